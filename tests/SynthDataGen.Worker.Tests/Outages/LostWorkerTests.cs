using SynthDataGen.Core.Generation;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests.Outages;

/// <summary>Two workers share a run, and one of them goes.</summary>
public sealed class LostWorkerTests : IAsyncLifetime
{
    private const int Contexts = 96;
    private const int Concurrency = 2;
    private FakeOpenAI model = null!;
    private Stack stack = null!;
    private WorkerProcess worker = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Grounded);
        model.Latency = TimeSpan.FromMilliseconds(200);
        stack = await Stack.PrepareAsync();
        worker = await stack.StartWorkerAsync("Worker__Batches=1");
        await stack.StartWorkerAsync("Worker__Batches=1");
    }

    public async ValueTask DisposeAsync()
    {
        await stack.DisposeAsync();
        await model.DisposeAsync();
    }

    [Fact]
    public async Task A_killed_worker_loses_no_context_and_doubles_none()
    {
        var run = await ShareARunAsync();
        await worker.KillAsync(Token);
        await ShouldFinishWholeAsync(run);
        model.Requests.Count.ShouldBeInRange(Contexts, Contexts + Concurrency);
    }

    [Fact]
    public async Task A_stopped_worker_gives_its_work_back_at_once()
    {
        var run = await ShareARunAsync();
        var began = TimeProvider.System.GetTimestamp();
        await worker.StopAsync(Token);
        TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(10));
        await ShouldFinishWholeAsync(run);
        model.Requests.Count.ShouldBeInRange(Contexts, Contexts + Concurrency);
    }

    /// <summary>A run in its middle, with contexts in the hands of both workers.</summary>
    private async Task<Run> ShareARunAsync()
    {
        var run = await stack.Runs.StartAsync(model, [await stack.Documents.BookAsync(Contexts)], concurrency: Concurrency);
        await stack.Runs.SeeAsync(run, row => row.Succeeded >= 10, "under way");
        await stack.Runs.AtWorkAsync(workers: 2);
        return run;
    }

    private async Task ShouldFinishWholeAsync(Run run)
    {
        var row = await stack.Runs.EndAsync(run);
        (row.Run.State, row.Succeeded, row.Failed, row.Pending).ShouldBe((RunState.Finished, Contexts, 0, 0));
        var pairs = await stack.Runs.PairsAsync(run);
        pairs.Select(p => (p.Context, p.Ordinal)).ShouldBe(Enumerable.Range(0, Contexts).SelectMany(context => new[] { (context, 0), (context, 1) }));
        (await stack.Runs.CallsAsync(run)).Count.ShouldBe(Contexts);
    }
}
