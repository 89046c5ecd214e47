using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Generation;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests.Generation;

public sealed class JudgedRunTests(Stack stack) : IAsyncLifetime
{
    private const int Contexts = 3;

    private FakeOpenAI writer = null!;
    private FakeOpenAI judge = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        (writer, judge) = ((await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Grounded), await FakeOpenAI.StartAsync(Token));

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        await judge.DisposeAsync();
    }

    [Fact]
    public async Task A_judge_that_says_no_flags_pairs_and_costs_its_own_prices()
    {
        judge.AnswerAlways(FakeAnswer.Judged(fine: false));
        var writing = await stack.Runs.GeneratorAsync(writer, 4, change: g => (g.InputPrice, g.OutputPrice) = (1, 10));
        var judging = await stack.Runs.GeneratorAsync(judge, 4, change: g => (g.InputPrice, g.OutputPrice) = (100, 1_000));

        var row = await RunAsync(writing, judging.Id);

        var pairs = await stack.Runs.PairsAsync(row.Run);
        pairs.Count.ShouldBe(2 * Contexts);
        pairs.ShouldAllBe(pair => pair.JudgeScore == 2 && pair.Judgement!.Note == "It leaves the deadline out.");
        pairs.ShouldAllBe(pair => pair.Flags.Contains("not-answerable") && pair.Flags.Contains("incomplete-answer") && pair.Flags.Contains("unclear-question"));
        (writer.Requests.Count, judge.Requests.Count, row.Unjudged.Count).ShouldBe((Contexts, Contexts, 0));
        var calls = (await stack.Runs.CallsAsync(row.Run)).ToLookup(call => call.ByJudge);
        row.Cost.ShouldBe(CostOf(writing, calls[false]) + CostOf(judging, calls[true]));
        row.InputTokens.ShouldBe(calls.SelectMany(call => call).Sum(call => (long)call.InputTokens));
    }

    [Fact]
    public async Task A_judge_that_makes_no_sense_loses_no_pair()
    {
        judge.AnswerAlways(FakeAnswer.Nonsense);

        var row = await RunAsync(await stack.Runs.GeneratorAsync(writer, 4), (await stack.Runs.GeneratorAsync(judge, 4)).Id);

        (row.Run.State, row.Succeeded, row.Pairs).ShouldBe((RunState.Finished, Contexts, 2 * Contexts));
        (row.Unjudged.ShouldHaveSingleItem().Reason, row.Unjudged[0].Count).ShouldBe((GeneratorException.MalformedReply, Contexts));
        (await stack.Runs.PairsAsync(row.Run)).ShouldAllBe(pair => pair.JudgeScore == null && pair.Judgement == null);
    }

    [Fact]
    public async Task A_judge_that_was_taken_away_loses_no_pair()
    {
        var row = await RunAsync(await stack.Runs.GeneratorAsync(writer, 4), Guid.CreateVersion7());

        (row.Run.State, row.Pairs).ShouldBe((RunState.Finished, 2 * Contexts));
        row.Unjudged.ShouldHaveSingleItem().Message!.ShouldContain("taken away");
    }

    [Fact]
    public async Task The_generator_that_writes_may_judge_too()
    {
        writer.AnswerAlways(FakeAnswer.GroundedAndJudged());
        var both = await stack.Runs.GeneratorAsync(writer, 4);

        var row = await RunAsync(both, both.Id);

        (await stack.Runs.PairsAsync(row.Run)).ShouldAllBe(pair => pair.JudgeScore == 5);
        writer.Requests.Count(request => request.ToJudge == 2).ShouldBe(Contexts);
    }

    private async Task<RunRow> RunAsync(Generator writing, Guid judging) =>
        await stack.Runs.EndAsync(await stack.Runs.StartAsync(writing, [await stack.Documents.BookAsync(Contexts)], judge: judging));

    private static decimal CostOf(Generator generator, IEnumerable<ModelCall> calls) =>
        calls.Sum(call => TokenPrices.Of(generator).CostOf(call.InputTokens, call.OutputTokens) ?? 0);
}
