using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace SynthDataGen.Testing;

/// <summary>
/// An OpenAI-compatible server on a free loopback port that gives prepared answers and remembers its requests.
/// An unexpected call is answered with 500 and fails <see cref="AssertNoUnexpected"/>.
/// </summary>
public sealed class FakeOpenAI : IAsyncDisposable
{
    private readonly ConcurrentQueue<FakeAnswer> script = new();
    private readonly ConcurrentQueue<FakeRequest> requests = new();
    private readonly ConcurrentQueue<string> unexpected = new();
    private readonly WebApplication app;
    private FakeAnswer? always;
    private int inFlight;
    private int maxInFlight;
    private int calls;
    private long busyTicks;

    private FakeOpenAI(WebApplication app) => this.app = app;

    /// <summary>The base address to give to a client: <c>http://127.0.0.1:…/v1</c>.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The requests so far, in order.</summary>
    public IReadOnlyList<FakeRequest> Requests => [.. requests];

    /// <summary>The open calls.</summary>
    public int InFlight => Volatile.Read(ref inFlight);

    /// <summary>The most calls that were open at the same time.</summary>
    public int MaxInFlight => maxInFlight;

    /// <summary>The number of calls so far.</summary>
    public int Calls => Volatile.Read(ref calls);

    /// <summary>The total duration of all finished calls.</summary>
    public TimeSpan Busy => TimeSpan.FromTicks(Interlocked.Read(ref busyTicks));

    /// <summary>The duration of each answer; none by default.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>The number of characters per token that it counts.</summary>
    public double CharactersPerToken { get; set; } = 4;

    /// <summary>Whether it remembers its requests, as by default.</summary>
    public bool Remembers { get; set; } = true;

    public static async Task<FakeOpenAI> StartAsync(CancellationToken cancellationToken = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var fake = new FakeOpenAI(builder.Build());
        fake.app.Run(fake.ServeAsync);
        await fake.app.StartAsync(cancellationToken);
        fake.Address = new Uri(new Uri(fake.app.Urls.Single()), "v1");
        return fake;
    }

    /// <summary>Answers the next calls like this, one answer per call.</summary>
    public FakeOpenAI Answer(params FakeAnswer[] answers)
    {
        foreach (var answer in answers)
        {
            script.Enqueue(answer);
        }

        return this;
    }

    /// <summary>Answers every call like this after the prepared answers.</summary>
    public FakeOpenAI AnswerAlways(FakeAnswer answer)
    {
        always = answer;
        return this;
    }

    /// <summary>Fails if a call had no prepared answer, or if a prepared answer was never used.</summary>
    public void AssertNoUnexpected()
    {
        Assert.Empty(unexpected);
        Assert.True(script.IsEmpty, $"{script.Count} prepared answers were never asked for.");
    }

    public async ValueTask DisposeAsync()
    {
        // Hanging answers end with their connections; do not wait for them.
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext http)
    {
        var began = TimeProvider.System.GetTimestamp();
        Interlocked.Increment(ref calls);
        var open = Interlocked.Increment(ref inFlight);
        InterlockedMax(ref maxInFlight, open);
        try
        {
            if (http.Request.Method != "POST" || http.Request.Path != "/v1/chat/completions")
            {
                await RefuseAsync(http, $"{http.Request.Method} {http.Request.Path}");
                return;
            }

            var request = await FakeRequest.ReadAsync(http.Request, http.RequestAborted);
            request.PromptTokens = (int)((request.System.Length + request.User.Length) / CharactersPerToken);
            if (Remembers)
            {
                requests.Enqueue(request);
            }

            if (Latency > TimeSpan.Zero)
            {
                await Task.Delay(Latency, http.RequestAborted);
            }

            var answer = script.TryDequeue(out var next) ? next : always;
            await (answer is null ? RefuseAsync(http, request.User) : answer.SendAsync(request, http));
        }
        catch (OperationCanceledException)
        {
            // The caller hung up.
        }
        finally
        {
            Interlocked.Decrement(ref inFlight);
            Interlocked.Add(ref busyTicks, TimeProvider.System.GetElapsedTime(began).Ticks);
        }
    }

    private Task RefuseAsync(HttpContext http, string what)
    {
        unexpected.Enqueue(what);
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
