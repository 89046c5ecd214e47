using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Generation;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests.Generation;

public sealed class BudgetTests(Stack stack)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_ends_over_budget_before_the_call_that_would_exceed_it_and_goes_on_with_a_higher_one()
    {
        await using var model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Grounded);
        model.Latency = TimeSpan.FromMilliseconds(100);
        var generator = await stack.Runs.GeneratorAsync(model, 2, change: g => (g.InputPrice, g.OutputPrice) = (1_000, 1_000));
        var budget = 10m;
        var run = await stack.Runs.StartAsync(generator, [await stack.Documents.BookAsync(40)], budget);
        await stack.Runs.SeeAsync(run, row => row.Run.State == RunState.OverBudget, "over budget");
        var over = await stack.Runs.SeeAsync(run, row => row.Succeeded == model.Requests.Count, "at rest");
        over.Pending.ShouldBeGreaterThan(0);
        CostOf(over).ShouldBeInRange(0.7m * budget, budget);
        (await stack.Get<RunRecords>().ResumeAsync(stack.Workspace.Id, run.Id, Token, 1_000m)).ShouldBeTrue();
        var end = await stack.Runs.SeeAsync(run, row => row.Run.State == RunState.Finished, "finished");
        (end.Succeeded, model.Requests.Count).ShouldBe((40, 40));
        end.Run.Committed.ShouldBe(CostOf(end));

        decimal CostOf(RunRow row) => TokenPrices.Of(generator).CostOf(row.InputTokens, row.OutputTokens)!.Value;
    }
}
