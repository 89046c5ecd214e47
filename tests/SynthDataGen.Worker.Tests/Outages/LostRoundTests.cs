using SynthDataGen.Core.Generation;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests.Outages;

/// <summary>A worker is killed in the middle of a further round.</summary>
public sealed class LostRoundTests
{
    private const int Contexts = 24;
    private const int Total = 2 * Contexts;
    private const int Concurrency = 2;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_total_is_exact_and_no_kept_answer_is_paid_again()
    {
        await using var model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.By(request =>
            request.User.Contains("exist already", StringComparison.Ordinal) ? FakeAnswer.Grounded : FirstOf(request)));
        model.Latency = TimeSpan.FromMilliseconds(200);
        await using var stack = await Stack.PrepareAsync();
        var worker = await stack.StartWorkerAsync();
        var run = await stack.Runs.StartAsync(
            await stack.Runs.GeneratorAsync(model, Concurrency), [await stack.Documents.BookAsync(Contexts)], maxPairs: Total, exactly: true);
        await stack.Runs.SeeAsync(run, row => row.Run.TopUps == 1 && row.Pairs is > Contexts + 4 and < Total - 4, "in its further round");

        await worker.KillAsync(Token);
        await stack.StartWorkerAsync();
        var end = await stack.Runs.EndAsync(run);

        (end.Run.State, end.Pairs, end.Missing, end.Pending).ShouldBe((RunState.Finished, Total, 0, 0));
        var pairs = await stack.Runs.PairsAsync(run);
        pairs.Select(p => (p.RunItemId, p.Ordinal)).Distinct().Count().ShouldBe(Total);
        var contexts = await stack.Runs.ContextsAsync(run);
        contexts.Where(context => context.TopUp == 1).Sum(context => context.Pairs).ShouldBe(Total - Contexts);
        (await stack.Runs.CallsAsync(run)).Count.ShouldBe(contexts.Count);
        model.Requests.Count.ShouldBeInRange(contexts.Count, contexts.Count + Concurrency);
    }

    private static FakeAnswer FirstOf(FakeRequest asked) => FakeAnswer.Completion(request =>
        GroundedReply.For(request with { User = request.User.Replace($"at most {asked.Pairs} pair", "at most 1 pair", StringComparison.Ordinal) }));
}
