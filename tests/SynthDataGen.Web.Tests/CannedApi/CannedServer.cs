using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SynthDataGen.Client.Events;

namespace SynthDataGen.Web.Tests.CannedApi;

/// <summary>A real server that speaks the wire contract from memory.</summary>
internal sealed class CannedServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<Channel<Change>, bool> listeners = new();
    private readonly ConcurrentDictionary<string, (int Status, string Message)> failures = new();

    private CannedServer(WebApplication app, CannedData data) => (this.app, Data) = (app, data);

    public CannedData Data { get; }

    public string Address => app.Urls.First();

    public int Listeners => listeners.Count;

    /// <summary>Pairs on other desks.</summary>
    public HashSet<Guid> Elsewhere { get; } = [];

    /// <summary>Returned pairs.</summary>
    public List<Guid> Returned { get; } = [];

    /// <summary>Method and path of every request, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Every answer waits for this.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public static async Task<CannedServer> StartAsync(int port = 0, CannedData? data = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var server = new CannedServer(builder.Build(), data ?? new CannedData());
        server.app.Use(server.GuardAsync);
        server.app.MapWorkspaces(server);
        server.app.MapPeople(server);
        server.app.MapDocuments(server);
        server.app.MapGeneration(server);
        server.app.MapReview(server);
        server.app.MapBulk(server);
        CannedExport.Map(server.app, server);
        await server.app.StartAsync();
        return server;
    }

    /// <summary>Refuses requests whose path ends like this until <see cref="Mend"/>.</summary>
    public void Break(string pathEnd, int status, string message) => failures[pathEnd] = (status, message);

    public void Mend() => failures.Clear();

    public void Tell(string kind)
    {
        foreach (var listener in listeners.Keys)
        {
            listener.Writer.TryWrite(new Change(kind, null));
        }
    }

    /// <summary>Ends every event stream, as a restart would.</summary>
    public void DropListeners()
    {
        foreach (var listener in listeners.Keys)
        {
            listener.Writer.TryComplete();
        }
    }

    public async Task StreamAsync(HttpContext context)
    {
        var channel = Channel.CreateUnbounded<Change>();
        listeners[channel] = true;
        context.Response.ContentType = "text/event-stream";
        try
        {
            await context.Response.WriteAsync(": hello\n\n", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await foreach (var change in channel.Reader.ReadAllAsync(context.RequestAborted))
            {
                await context.Response.WriteAsync($"event: change\ndata: {{\"kind\":\"{change.Kind}\"}}\n\n", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The listener is gone.
        }
        finally
        {
            listeners.TryRemove(channel, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value!;
        Requests.Enqueue($"{context.Request.Method} {path}{context.Request.QueryString}");
        await Gate;
        if (failures.FirstOrDefault(failure => path.EndsWith(failure.Key, StringComparison.Ordinal)) is { Key: not null } broken)
        {
            await Problem(broken.Value.Status, "canned", broken.Value.Message).ExecuteAsync(context);
            return;
        }

        var signedIn = context.Request.Headers.Authorization == $"Bearer {CannedData.Token}" || path.EndsWith("/session", StringComparison.Ordinal);
        await (signedIn ? next(context) : Problem(401, "signed-out", "You are not signed in, or the sign-in has expired.").ExecuteAsync(context));
    }

    public static IResult Problem(int status, string code, string message, object? current = null) =>
        Results.Problem(message, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code, ["current"] = current });
}
