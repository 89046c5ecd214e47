using SynthDataGen.Core.Generation;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests.Generation;

/// <summary>Three workers share what one generator may be asked.</summary>
public sealed class SharedLimitTests : IAsyncLifetime
{
    private FakeOpenAI model = null!;
    private Stack stack = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Grounded);
        stack = await Stack.PrepareAsync();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => stack.StartWorkerAsync("Worker__Batches=4")));
    }

    public async ValueTask DisposeAsync()
    {
        await stack.DisposeAsync();
        await model.DisposeAsync();
    }

    [Fact]
    public async Task Their_calls_in_flight_together_stay_within_its_concurrency()
    {
        model.Latency = TimeSpan.FromMilliseconds(300);
        var run = await stack.Runs.StartAsync(model, [await stack.Documents.BookAsync(150)], concurrency: 8);
        await stack.Runs.AtWorkAsync(workers: 3);
        var row = await stack.Runs.EndAsync(run);
        (row.Run.State, row.Succeeded, model.MaxInFlight, model.Requests.Count).ShouldBe((RunState.Finished, 150, 8, 150));
    }

    [Fact]
    public async Task No_minute_has_more_calls_than_it_may()
    {
        const int PerMinute = 120;
        var book = await stack.Documents.BookAsync(24);
        var generator = await stack.Runs.GeneratorAsync(model, 16, change: generator => generator.RequestsPerMinute = PerMinute);
        var began = TimeProvider.System.GetTimestamp();
        var row = await stack.Runs.EndAsync(await stack.Runs.StartAsync(generator, [book]));
        row.Run.State.ShouldBe(RunState.Finished);

        // A second's worth at once, and the rest as it flows in.
        TimeProvider.System.GetElapsedTime(began).ShouldBeGreaterThan(TimeSpan.FromSeconds(11));
    }

    [Fact]
    public async Task An_endpoint_that_asks_for_a_wait_is_asked_nothing_until_then()
    {
        model.Answer(FakeAnswer.Status(429, retryAfter: "4"));
        var run = await stack.Runs.StartAsync(model, [await stack.Documents.BookAsync(60)], concurrency: 1);
        await Eventually.SeeAsync(_ => Task.FromResult(model.Requests.Count), count => count > 0, "asked");
        var refused = TimeProvider.System.GetTimestamp();
        await Eventually.SeeAsync(_ => Task.FromResult(model.Requests.Count), count => count > 1, "asked again");
        TimeProvider.System.GetElapsedTime(refused).ShouldBeGreaterThan(TimeSpan.FromSeconds(3.5));
        (await stack.Runs.EndAsync(run)).Run.State.ShouldBe(RunState.Finished);
    }
}
