using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Data.Review;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;
using SynthDataGen.Core.Review.Second;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests.Generation;

/// <summary>Pairs that are judged after their run has ended.</summary>
public sealed class LaterJudgementTests(Stack stack) : IAsyncLifetime
{
    private const int Contexts = 3;

    private FakeOpenAI writer = null!;
    private FakeOpenAI judge = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private JudgeRecords Judging => stack.Get<JudgeRecords>();

    public async ValueTask InitializeAsync()
    {
        writer = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Grounded);
        judge = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Nonsense);
    }

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        await judge.DisposeAsync();
    }

    [Fact]
    public async Task Pairs_that_were_not_judged_are_judged_later_and_nothing_is_written_again()
    {
        var (run, judging) = await UnjudgedRunAsync();
        judge.AnswerAlways(FakeAnswer.Judged(fine: false));

        (await BeginAsync(run, judging)).ShouldBe(JudgingStart.Started);

        var row = await stack.Runs.EndAsync(run);
        (row.Run.State, row.Succeeded, row.Pairs, row.UnjudgedPairs, row.Unjudged.Count, row.ToJudge).ShouldBe((RunState.Finished, Contexts, 2 * Contexts, 0, 0, 0));
        (await stack.Runs.PairsAsync(run)).ShouldAllBe(pair => pair.JudgeScore == 2 && pair.Flags.Contains(PairFlags.NotAnswerable));
        writer.Requests.Count.ShouldBe(Contexts);
        (await BeginAsync(run, judging)).ShouldBe(JudgingStart.NothingToJudge);
    }

    [Fact]
    public async Task A_run_that_had_no_judge_gets_one_and_its_calls_teach_the_judges_calibration()
    {
        judge.AnswerAlways(FakeAnswer.Judged());
        judge.CharactersPerToken = 2;
        var run = await stack.Runs.StartAsync(writer, [await stack.Documents.BookAsync(Contexts)]);
        (await stack.Runs.EndAsync(run)).UnjudgedPairs.ShouldBe(0); // Nobody asked for it.
        var judging = await stack.Runs.GeneratorAsync(judge, 4);

        await BeginAsync(run, judging);

        var row = await stack.Runs.EndAsync(run);
        (row.Run.JudgeGeneratorId, row.UnjudgedPairs).ShouldBe((judging.Id, 0));
        var calls = (await stack.Runs.CallsAsync(run)).Where(call => call.ByJudge).ToList();
        var learned = await stack.LookAsync(db => db.Generators.AsNoTracking().SingleAsync(g => g.Id == judging.Id, Token));
        (learned.Calibration.Calls, learned.Calibration.ReportedTokens, learned.ResponseFormat)
            .ShouldBe((calls.Count, calls.Sum(call => (long)call.InputTokens), ResponseFormat.Schema));
    }

    [Fact]
    public async Task A_pair_that_was_rejected_costs_no_judgement()
    {
        var (run, judging) = await UnjudgedRunAsync();
        var rejected = (await stack.Runs.PairsAsync(run))[0];
        await stack.Get<DecisionRecords>().DecideAsync(stack.Workspace.Id, rejected.Id, rejected.Version, Verdict.Reject(null), new("tester", TimeProvider.System.GetUtcNow()), Token);
        judge.AnswerAlways(FakeAnswer.Judged());
        var before = judge.Calls;

        await BeginAsync(run, judging);
        await stack.Runs.EndAsync(run);

        judge.Requests.Skip(before).Select(request => request.ToJudge).Order().ShouldBe([1, 2, 2]);
        (await stack.Runs.PairsAsync(run)).Count(pair => pair.JudgeScore is null).ShouldBe(1);
    }

    [Fact]
    public async Task A_judge_that_fails_again_says_why()
    {
        var (run, judging) = await UnjudgedRunAsync();
        judge.AnswerAlways(FakeAnswer.Empty);

        await BeginAsync(run, judging);

        var row = await stack.Runs.EndAsync(run);
        (row.Run.State, row.UnjudgedPairs).ShouldBe((RunState.Finished, 2 * Contexts));
        (row.Unjudged.ShouldHaveSingleItem().Reason, row.Unjudged[0].Count).ShouldBe((GeneratorException.EmptyReply, Contexts));
    }

    [Fact]
    public async Task Judging_later_ends_over_budget_and_goes_on_with_another()
    {
        var writing = await stack.Runs.GeneratorAsync(writer, 4, change: g => (g.InputPrice, g.OutputPrice) = (1, 1));
        var judging = await stack.Runs.GeneratorAsync(judge, 4, change: g => (g.InputPrice, g.OutputPrice) = (1, 1));
        var run = await stack.Runs.StartAsync(writing, [await stack.Documents.BookAsync(Contexts)], budget: 1m, judge: judging.Id);
        var spent = (await stack.Runs.EndAsync(run)).Cost!.Value;
        await stack.LookAsync(db => db.Runs.Where(r => r.Id == run.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Budget, spent), Token));
        judge.AnswerAlways(FakeAnswer.Judged());

        await BeginAsync(run, judging);
        var over = await stack.Runs.EndAsync(run);
        await stack.Get<RunRecords>().ResumeAsync(stack.Workspace.Id, run.Id, Token, budget: 1m);
        var row = await stack.Runs.EndAsync(run);

        (over.Run.State, over.ToJudge, over.UnjudgedPairs).ShouldBe((RunState.OverBudget, Contexts, 2 * Contexts));
        (row.Run.State, row.ToJudge, row.UnjudgedPairs).ShouldBe((RunState.Finished, 0, 0));
    }

    [Fact]
    public async Task A_run_with_contexts_to_ask_about_is_not_judged_yet()
    {
        writer.AnswerAlways(FakeAnswer.Hang);
        var run = await stack.Runs.StartAsync(writer, [await stack.Documents.BookAsync(1)]);

        (await BeginAsync(run, await stack.Runs.GeneratorAsync(judge, 4))).ShouldBe(JudgingStart.NotEnded);

        await stack.Get<RunRecords>().CancelAsync(stack.Workspace.Id, run.Id, Token);
    }

    /// <summary>A run whose judge made no sense, as far as it got.</summary>
    private async Task<(Run Run, Generator Judge)> UnjudgedRunAsync()
    {
        var judging = await stack.Runs.GeneratorAsync(judge, 4);
        var run = await stack.Runs.StartAsync(await stack.Runs.GeneratorAsync(writer, 4), [await stack.Documents.BookAsync(Contexts)], judge: judging.Id);
        (await stack.Runs.EndAsync(run)).UnjudgedPairs.ShouldBe(2 * Contexts);
        return (run, judging);
    }

    private Task<JudgingStart> BeginAsync(Run run, Generator judging) => Judging.BeginAsync(stack.Workspace.Id, run.Id, judging.Id, Token);
}
