using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests.Export;

/// <summary>A proxy of the real S3 server that can refuse requests.</summary>
internal sealed class ToggledS3 : IAsyncDisposable
{
    private readonly HttpClient http = new();
    private readonly S3Server server;
    private readonly WebApplication app;
    private volatile Func<string, bool> refuses = _ => false;
    private int refused;

    private ToggledS3(S3Server server)
    {
        this.server = server;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        app = builder.Build();
        app.Run(PassAsync);
    }

    /// <summary>The number of refused requests.</summary>
    public int Refused => Volatile.Read(ref refused);

    public string ConnectionString => server.ConnectionString.Replace(server.Endpoint.ToString(), app.Urls.Single() + "/", StringComparison.Ordinal);

    public static async Task<ToggledS3> StartOrSkipAsync()
    {
        var toggled = new ToggledS3(await S3Server.SharedOrSkipAsync());
        await toggled.app.StartAsync(TestContext.Current.CancellationToken);
        return toggled;
    }

    /// <summary>From the first matching request line on, all requests get a server error.</summary>
    public void FailFrom(Func<string, bool> first)
    {
        var broken = false;
        refuses = line => broken |= first(line);
    }

    public void FailNothing() => refuses = _ => false;

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (refuses($"{context.Request.Method} {target}"))
        {
            Interlocked.Increment(ref refused);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        using var request = new HttpRequestMessage(new(context.Request.Method), new Uri(server.Endpoint, target));
        request.Content = context.Request.ContentLength is null ? null : new StreamContent(context.Request.Body);
        foreach (var (name, values) in context.Request.Headers.Where(header => header.Key != "Host"))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers).Where(header => header.Key != "Transfer-Encoding"))
        {
            context.Response.Headers[name] = new StringValues([.. values]);
        }

        await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
