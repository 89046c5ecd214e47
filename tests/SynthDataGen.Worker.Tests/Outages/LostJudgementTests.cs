using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Generation;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests.Outages;

/// <summary>What goes while pairs are judged: the worker, or the judge's endpoint.</summary>
public sealed class LostJudgementTests : IAsyncLifetime
{
    private const int Contexts = 12;
    private const int Concurrency = 4;

    private FakeOpenAI writer = null!;
    private FakeOpenAI judge = null!;
    private Stack stack = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        writer = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Grounded);
        judge = await FakeOpenAI.StartAsync(Token);
        stack = await Stack.PrepareAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await stack.DisposeAsync();
        await writer.DisposeAsync();
        await judge.DisposeAsync();
    }

    [Fact]
    public async Task A_worker_killed_while_its_pairs_are_judged_pays_for_no_answer_twice()
    {
        judge.AnswerAlways(FakeAnswer.Judged());
        judge.Latency = TimeSpan.FromMilliseconds(500);
        var worker = await stack.StartWorkerAsync();
        var run = await StartAsync();
        await stack.Runs.SeeAsync(run, row => row.Succeeded >= Concurrency && row.Pending > 0 && writer.Requests.Count == Contexts, "amid the judging");
        await worker.KillAsync(Token);
        await stack.StartWorkerAsync();

        await ShouldBeJudgedAsync(run);

        writer.Requests.Count.ShouldBe(Contexts);
        judge.Requests.Count.ShouldBeInRange(Contexts, Contexts + Concurrency); // Those in flight at the kill.
    }

    [Fact]
    public async Task A_run_whose_judge_fails_is_paused_and_goes_on_by_itself()
    {
        judge.AnswerAlways(FakeAnswer.Status(503));
        await stack.StartWorkerAsync("Generation__Attempts=6", "Generation__CircuitPause=00:00:02");
        var run = await StartAsync();
        (await stack.Runs.SeeAsync(run, row => row.Run.State == RunState.Paused, "paused")).Run.PauseReason!.ShouldContain("503");
        judge.AnswerAlways(FakeAnswer.Judged());

        await ShouldBeJudgedAsync(run);

        writer.Requests.Count.ShouldBe(Contexts);
    }

    [Fact]
    public async Task A_worker_killed_while_pairs_are_judged_later_pays_for_no_answer_twice()
    {
        judge.AnswerAlways(FakeAnswer.Nonsense);
        var worker = await stack.StartWorkerAsync();
        var run = await StartAsync();
        var unjudged = await stack.Runs.EndAsync(run);
        var (before, judging) = (judge.Calls, unjudged.Run.JudgeGeneratorId!.Value);
        judge.AnswerAlways(FakeAnswer.Judged());
        judge.Latency = TimeSpan.FromMilliseconds(500);
        (await stack.Get<JudgeRecords>().BeginAsync(run.WorkspaceId, run.Id, judging, Token)).ShouldBe(JudgingStart.Started);
        await stack.Runs.SeeAsync(run, row => row.ToJudge is > 0 and <= Contexts - Concurrency, "amid the judging");
        await worker.KillAsync(Token);
        await stack.StartWorkerAsync();

        await ShouldBeJudgedAsync(run);

        writer.Requests.Count.ShouldBe(Contexts);
        (judge.Calls - before).ShouldBeInRange(Contexts, Contexts + Concurrency); // Those in flight at the kill.
    }

    private async Task<Run> StartAsync()
    {
        var (writing, judging) = (await stack.Runs.GeneratorAsync(writer, Contexts), await stack.Runs.GeneratorAsync(judge, Concurrency));
        return await stack.Runs.StartAsync(writing, [await stack.Documents.BookAsync(Contexts)], judge: judging.Id);
    }

    private async Task ShouldBeJudgedAsync(Run run)
    {
        var row = await stack.Runs.SeeAsync(run, row => row.Run.State == RunState.Finished, "finished");
        (row.Succeeded, row.Unjudged.Count).ShouldBe((Contexts, 0));
        var pairs = await stack.Runs.PairsAsync(run);
        pairs.Select(p => (p.Context, p.Ordinal)).ShouldBe(Enumerable.Range(0, Contexts).SelectMany(context => new[] { (context, 0), (context, 1) }));
        pairs.ShouldAllBe(pair => pair.JudgeScore == 5);
    }
}
