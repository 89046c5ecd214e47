using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace SynthDataGen.Testing;

/// <summary>
/// An OpenAI-compatible server on a free loopback port that answers as told and remembers what it was asked.
/// A call that nobody expected is answered with 500 and fails <see cref="AssertNoUnexpected"/>.
/// </summary>
public sealed class FakeOpenAI : IAsyncDisposable
{
    private readonly ConcurrentQueue<FakeAnswer> _script = new();
    private readonly ConcurrentQueue<FakeRequest> _requests = new();
    private readonly ConcurrentQueue<string> _unexpected = new();
    private readonly WebApplication _app;
    private FakeAnswer? _always;
    private int _inFlight;
    private int _maxInFlight;

    private FakeOpenAI(WebApplication app) => _app = app;

    /// <summary>The base address to give to a client: <c>http://127.0.0.1:…/v1</c>.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>What was asked so far, in order.</summary>
    public IReadOnlyList<FakeRequest> Requests => [.. _requests];

    /// <summary>The most calls that were open at one time.</summary>
    public int MaxInFlight => _maxInFlight;

    /// <summary>How long each answer takes; none by default.</summary>
    public TimeSpan Latency { get; set; }

    public static async Task<FakeOpenAI> StartAsync(CancellationToken cancellationToken = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var fake = new FakeOpenAI(builder.Build());
        fake._app.Run(fake.ServeAsync);
        await fake._app.StartAsync(cancellationToken);
        fake.Address = new Uri(new Uri(fake._app.Urls.Single()), "v1");
        return fake;
    }

    /// <summary>Answers the next calls like this, one answer a call.</summary>
    public FakeOpenAI Answer(params FakeAnswer[] answers)
    {
        foreach (var answer in answers)
        {
            _script.Enqueue(answer);
        }

        return this;
    }

    /// <summary>Answers every call like this once the script has run out.</summary>
    public FakeOpenAI AnswerAlways(FakeAnswer answer)
    {
        _always = answer;
        return this;
    }

    /// <summary>Fails if a call came that no answer was prepared for, or if a prepared answer was never asked for.</summary>
    public void AssertNoUnexpected()
    {
        Assert.Empty(_unexpected);
        Assert.True(_script.IsEmpty, $"{_script.Count} prepared answers were never asked for.");
    }

    public async ValueTask DisposeAsync()
    {
        // Hanging answers end with their connections; nobody waits for them to finish.
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext http)
    {
        var open = Interlocked.Increment(ref _inFlight);
        InterlockedMax(ref _maxInFlight, open);
        try
        {
            if (http.Request.Method != "POST" || http.Request.Path != "/v1/chat/completions")
            {
                await RefuseAsync(http, $"{http.Request.Method} {http.Request.Path}");
                return;
            }

            var request = await FakeRequest.ReadAsync(http.Request, http.RequestAborted);
            _requests.Enqueue(request);
            if (Latency > TimeSpan.Zero)
            {
                await Task.Delay(Latency, http.RequestAborted);
            }

            var answer = _script.TryDequeue(out var next) ? next : _always;
            await (answer is null ? RefuseAsync(http, request.User) : answer.SendAsync(request, http));
        }
        catch (OperationCanceledException)
        {
            // The caller hung up: its right.
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    private Task RefuseAsync(HttpContext http, string what)
    {
        _unexpected.Enqueue(what);
        return FakeAnswer.Status(500, """{"error":{"message":"the test did not expect this call"}}""").SendAsync(null!, http);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (int seen; value > (seen = Volatile.Read(ref target));)
        {
            Interlocked.CompareExchange(ref target, value, seen);
        }
    }
}
