using SynthDataGen.Client;
using SynthDataGen.Client.Generation;

namespace SynthDataGen.Api.Tests.Generation;

public sealed class RunTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private GenerationClient Generation => api.Workspace.Generation;

    [Fact]
    public async Task A_run_starts_planned_with_the_default_recipe_and_generator()
    {
        var run = await Generation.StartRunAsync(new NewRun(), Token);
        (run.State, run.Recipe, run.Generator).ShouldBe(("planned", "default", "extractive"));
    }

    [Fact]
    public async Task An_unknown_generator_is_not_found()
    {
        var refused = await Should.ThrowAsync<SynthDataGenException>(() => Generation.StartRunAsync(new NewRun { Generator = "oracle" }, Token));
        refused.Code.ShouldBe("generator-not-found");
    }

    [Fact]
    public async Task A_run_without_documents_is_refused()
    {
        var refused = await Should.ThrowAsync<SynthDataGenException>(() => Generation.StartRunAsync(new NewRun { DocumentIds = [] }, Token));
        refused.Code.ShouldBe("nothing-to-do");
    }

    [Fact]
    public async Task An_exact_total_needs_a_number()
    {
        var refused = await Should.ThrowAsync<SynthDataGenException>(() => Generation.StartRunAsync(new NewRun { Exactly = true }, Token));
        refused.Code.ShouldBe("no-total");
    }

    [Fact]
    public async Task A_run_tells_its_total_and_what_is_missing()
    {
        var run = await Generation.StartRunAsync(new NewRun { MaxPairs = 7, Exactly = true }, Token);
        (run.MaxPairs, run.Exactly, run.MissingPairs).ShouldBe((7, true, 7));
    }

    [Fact]
    public async Task A_cancelled_run_can_go_on()
    {
        var run = await Generation.StartRunAsync(new NewRun(), Token);
        (await Generation.CancelRunAsync(run.Id, Token)).State.ShouldBe("cancelled");
        (await Generation.ResumeRunAsync(run.Id, Token)).State.ShouldBe("planned");
    }

    [Fact]
    public async Task A_finished_run_cannot_be_cancelled()
    {
        var pairs = await api.Seed.PairsAsync(1);
        (await Generation.CancelRunAsync(pairs[0].RunId, Token)).State.ShouldBe("finished");
    }

    [Fact]
    public async Task What_reached_a_generator_counts_as_covered()
    {
        var pairs = await api.Seed.PairsAsync(2);
        var document = await api.Workspace.Documents.GetAsync(pairs[0].DocumentId, Token);
        document.Revision!.Coverage.InContexts.ShouldBe(document.Revision.Coverage.Extracted);
        document.Pairs.Total.ShouldBe(2);
    }

    [Fact]
    public async Task A_budget_needs_prices()
    {
        var refused = await Should.ThrowAsync<SynthDataGenException>(() => Generation.StartRunAsync(new NewRun { Budget = 5 }, Token));
        (refused.Code, refused.Message.Contains("extractive", StringComparison.Ordinal)).ShouldBe(("no-prices", true));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_budget_is_above_zero(int budget)
    {
        var refused = await Should.ThrowAsync<SynthDataGenException>(() => Generation.StartRunAsync(new NewRun { Budget = budget }, Token));
        refused.Code.ShouldBe("bad-budget");
    }

    [Fact]
    public async Task A_run_keeps_its_budget_until_it_is_resumed_with_another()
    {
        await Generation.CreateGeneratorAsync(new("priced", "http://127.0.0.1:9/v1", "m") { InputPrice = 1, OutputPrice = 2 }, Token);
        var run = await Generation.StartRunAsync(new NewRun { Generator = "priced", Budget = 5 }, Token);
        run.Budget.ShouldBe(5);
        (await Generation.CancelRunAsync(run.Id, Token)).Budget.ShouldBe(5);
        (await Generation.ResumeRunAsync(run.Id, 7.5m, Token)).Budget.ShouldBe(7.5m);
    }
}
