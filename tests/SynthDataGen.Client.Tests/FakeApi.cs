using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace SynthDataGen.Client.Tests;

/// <summary>A request as it came over the wire.</summary>
internal sealed record SeenRequest(string Line, string Authorization, string Body);

/// <summary>A real HTTP server that keeps what it was asked and answers what it was told to; to anything else it says 501.</summary>
internal sealed class FakeApi : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, RequestDelegate> answers = new(StringComparer.Ordinal);
    private readonly WebApplication app;
    private readonly HttpClient http;

    private FakeApi(WebApplication app)
    {
        this.app = app;
        http = new HttpClient();
        app.Run(HandleAsync);
    }

    public ConcurrentQueue<SeenRequest> Requests { get; } = new();

    public SynthDataGenClient Client => new(http, "a-key");

    public SynthDataGenClient WithoutToken => new(http);

    /// <summary>Waits for an answer only a moment.</summary>
    public SynthDataGenClient Impatient
    {
        get
        {
            http.Timeout = TimeSpan.FromMilliseconds(100);
            return Client;
        }
    }

    public WorkspaceClient Workspace => Client.Workspace("default");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<FakeApi> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var api = new FakeApi(builder.Build());
        await api.app.StartAsync(Cancel);
        api.http.BaseAddress = new Uri(api.app.Urls.Single());
        return api;
    }

    /// <param name="line">Method and address below <c>/api/v1/</c>, as in <c>GET workspaces?limit=5</c>.</param>
    /// <param name="answer">Writes the answer.</param>
    public void Answers(string line, RequestDelegate answer) => answers[line] = answer;

    public void Answers(string line, string body, int status = 200, string type = "application/json") => Answers(line, context =>
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, type);
        return context.Response.WriteAsync(body, Cancel);
    });

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Replace("/api/v1/", "", StringComparison.Ordinal);
        var line = $"{context.Request.Method} {target}";
        context.Request.EnableBuffering();
        var body = await new StreamReader(context.Request.Body, leaveOpen: true).ReadToEndAsync(Cancel);
        context.Request.Body.Position = 0;
        Requests.Enqueue(new SeenRequest(line, context.Request.Headers.Authorization.ToString(), body));
        if (answers.TryGetValue(line, out var answer))
        {
            await answer(context);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status501NotImplemented;
        }
    }
}
