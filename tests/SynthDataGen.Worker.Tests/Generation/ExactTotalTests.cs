using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests.Generation;

public sealed class ExactTotalTests(Stack stack)
{
    /// <summary>One pair, however many are asked for.</summary>
    private static readonly FakeAnswer OnePair = FakeAnswer.Completion(request =>
        GroundedReply.For(request with { User = request.User.Replace($"at most {request.Pairs} pair", "at most 1 pair", StringComparison.Ordinal) }));

    private static readonly FakeAnswer Nothing = FakeAnswer.Content("""{"pairs":[]}""");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_answers_lack_is_asked_for_until_the_total_is_exact()
    {
        await using var model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(InFirstPass(OnePair));
        var row = await stack.Runs.EndAsync(await StartAsync(model, sections: 6, pairs: 11));
        (row.Run.State, row.Pairs, row.Missing, row.Run.TopUps).ShouldBe((RunState.Finished, 11, 0, 1));
        var pairs = await stack.Runs.PairsAsync(row.Run);
        pairs.Select(p => (p.Context, p.Question)).Distinct().Count().ShouldBe(11);
        pairs.ShouldAllBe(p => !p.Flags.Contains(PairFlags.Ungrounded));
        model.Requests.Skip(6).Sum(request => request.Pairs).ShouldBe(5); // The last calls ask for the rest and no more.
        model.Requests.Skip(6).ShouldAllBe(request => pairs.Any(p => request.User.Contains($"\n- {p.Question}\n", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Contexts_that_nobody_asked_about_make_up_for_those_that_hold_nothing()
    {
        await using var model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Grounded);
        model.Answer([.. Enumerable.Repeat(Nothing, 3)]);

        var row = await stack.Runs.EndAsync(await StartAsync(model, sections: 10, pairs: 3));
        (row.Run.State, row.Pairs, row.Missing).ShouldBe((RunState.Finished, 3, 0));
        model.Requests.Select(request => request.Source).Distinct().Count().ShouldBe(6);
    }

    [Fact]
    public async Task A_run_says_how_many_pairs_are_missing_when_its_rounds_are_used_up()
    {
        await using var model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(OnePair);
        var run = await StartAsync(model, sections: 3, pairs: 20);
        var row = await stack.Runs.EndAsync(run);
        (row.Run.State, row.Pairs, row.Missing, row.Failed, row.Run.TopUps).ShouldBe((RunState.FinishedWithFailures, 12, 8, 0, 3));
        model.Requests.Count.ShouldBe(12);
        model.AnswerAlways(Nothing);
        (await stack.Get<RunRecords>().ResumeAsync(stack.Workspace.Id, run.Id, Token)).ShouldBeTrue();
        var resumed = await stack.Runs.SeeAsync(run, seen => seen.Run.TopUps == 6 && seen.Run.FinishedAt is not null, "tried again");
        (resumed.Run.State, resumed.Pairs, resumed.Missing).ShouldBe((RunState.FinishedWithFailures, 12, 8));
    }

    [Fact]
    public async Task Others_make_up_for_a_failed_context_which_is_not_asked_again_then()
    {
        await using var model = await FakeOpenAI.StartAsync(Token);
        model.AnswerAlways(FakeAnswer.By(request => request.Source.Contains("Station 2 was", StringComparison.Ordinal) ? FakeAnswer.Nonsense : FakeAnswer.Grounded));
        var run = await StartAsync(model, sections: 4, pairs: 4);
        var row = await stack.Runs.EndAsync(run);
        (row.Run.State, row.Pairs, row.Failed, row.Missing).ShouldBe((RunState.FinishedWithFailures, 4, 1, 0));
        model.AnswerAlways(FakeAnswer.Grounded);
        var failed = (await stack.Get<FailedContextRecords>().ListAsync(stack.Workspace.Id, run.Id, null, 10, Token)).Single();
        (await stack.Get<FailedContextRecords>().RetryAsync(stack.Workspace.Id, run.Id, failed.Item.Id, Token)).ShouldBeFalse();
        await stack.Get<RunRecords>().ResumeAsync(stack.Workspace.Id, run.Id, Token);
        (await stack.Runs.EndAsync(run)).Pairs.ShouldBe(4);
    }

    [Fact]
    public async Task A_run_whose_every_context_fails_asks_no_further_round()
    {
        await using var model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Nonsense);
        var row = await stack.Runs.EndAsync(await StartAsync(model, sections: 2, pairs: 2));
        (row.Run.State, row.Failed, row.Missing, row.Run.TopUps).ShouldBe((RunState.FinishedWithFailures, 2, 2, 0));
    }

    [Fact]
    public async Task The_built_in_generator_makes_an_exact_total_too()
    {
        var guide = await stack.Documents.ReadFileAsync(Path.Combine(Repository.Root, "samples", "operations-guide.md"));
        var generator = await stack.Get<GeneratorRecords>().ChooseAsync(stack.Workspace.Id, Generator.ExtractiveName, null, Token);
        var most = (await stack.Runs.FinishAsync(null, guide.Document.Id)).Pairs;
        var row = await stack.Runs.EndAsync(await stack.Runs.StartAsync(generator!, [guide.Document.Id], maxPairs: most + 1, exactly: true, multiHopShare: 50));
        (row.Run.State, row.Pairs).ShouldBe((RunState.Finished, most + 1));
        (await stack.Runs.ContextsAsync(row.Run)).ShouldAllBe(context => context.Further.Count == 0);
    }

    private async Task<Run> StartAsync(FakeOpenAI model, int sections, int pairs) => await stack.Runs.StartAsync(
        await stack.Runs.GeneratorAsync(model, 4), [await stack.Documents.BookAsync(sections)], maxPairs: pairs, exactly: true);

    private static FakeAnswer InFirstPass(FakeAnswer answer) =>
        FakeAnswer.By(request => request.User.Contains("exist already", StringComparison.Ordinal) ? FakeAnswer.Grounded : answer);
}
