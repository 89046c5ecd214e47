using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Generation;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests.Generation;

public sealed class ResumedRunTests(Stack stack)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Resuming_asks_again_only_what_failed()
    {
        await using var model = await FakeOpenAI.StartAsync(Token);
        model.AnswerAlways(FakeAnswer.By(request => request.Source.Contains("Station 2 was", StringComparison.Ordinal) ? FakeAnswer.Nonsense : FakeAnswer.Grounded));
        var run = (await stack.Runs.FinishAsync(model, await stack.Documents.BookAsync(4))).Run;
        var before = model.Requests.Count;
        model.AnswerAlways(FakeAnswer.Grounded);
        await stack.Get<RunRecords>().ResumeAsync(stack.Workspace.Id, run.Id, Token);
        var row = await stack.Runs.EndAsync(run);
        (row.Run.State, row.Succeeded, row.Failed, row.Pairs).ShouldBe((RunState.Finished, 4, 0, 8));
        model.Requests.Skip(before).Single().Source.ShouldContain("Station 2 was");
    }

    [Fact]
    public async Task A_cancelled_run_asks_no_more_and_goes_on_when_resumed()
    {
        await using var model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Grounded);
        model.Latency = TimeSpan.FromMilliseconds(200);
        var run = await stack.Runs.StartAsync(model, [await stack.Documents.BookAsync(48)], concurrency: 2);
        await stack.Runs.SeeAsync(run, row => row.Succeeded >= 4, "under way");
        await stack.Get<RunRecords>().CancelAsync(stack.Workspace.Id, run.Id, Token);
        await Eventually.SeeAsync(_ => Task.FromResult(model.InFlight), calls => calls == 0, "hung up");
        var rest = await stack.Runs.SeeAsync(run, row => row.Run.State == RunState.Cancelled, "cancelled");
        rest.Succeeded.ShouldBeInRange(4, 47);
        await stack.Get<RunRecords>().ResumeAsync(stack.Workspace.Id, run.Id, Token);
        var end = await stack.Runs.EndAsync(run);
        (end.Run.State, end.Succeeded, end.Pairs).ShouldBe((RunState.Finished, 48, 96));
        model.Requests.Count.ShouldBeInRange(48, 50); // Two may have been open when it was cancelled.
    }

    [Fact]
    public async Task Calls_in_flight_are_hung_up_within_seconds_of_a_cancellation()
    {
        await using var model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Hang);
        var run = await stack.Runs.StartAsync(model, [await stack.Documents.BookAsync(8)]);
        await Eventually.SeeAsync(_ => Task.FromResult(model.InFlight), calls => calls == 4, "asked");
        var began = TimeProvider.System.GetTimestamp();
        await stack.Get<RunRecords>().CancelAsync(stack.Workspace.Id, run.Id, Token);
        await Eventually.SeeAsync(_ => Task.FromResult(model.InFlight), calls => calls == 0, "hung up");
        TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(3));
        (await stack.Runs.SeeAsync(run, row => row.Run.State == RunState.Cancelled, "cancelled")).Pending.ShouldBe(8);
    }
}
