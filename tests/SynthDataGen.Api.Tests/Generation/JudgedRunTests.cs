using SynthDataGen.Client;
using SynthDataGen.Client.Generation;

namespace SynthDataGen.Api.Tests.Generation;

public sealed class JudgedRunTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private GenerationClient Generation => api.Workspace.Generation;

    [Fact]
    public async Task A_recipe_keeps_who_judges()
    {
        var judge = await Generation.CreateGeneratorAsync(new("kept judge", "http://127.0.0.1:9/v1", "m"), Token);

        var saved = await Generation.CreateRecipeAsync(new("judged", new(Judge: true, JudgeGeneratorId: judge.Id)), Token);

        (saved.Settings.Judge, saved.Settings.JudgeGeneratorId).ShouldBe((true, judge.Id));
        (await Generation.ListPresetsAsync(Token)).Items.ShouldAllBe(preset => !preset.Settings.Judge);
    }

    [Fact]
    public async Task An_estimate_counts_the_judges_calls_at_the_judges_prices()
    {
        var document = await api.Seed.ReadyDocumentAsync(30);
        await Generation.CreateGeneratorAsync(new("writer", "http://127.0.0.1:9/v1", "m", InputPrice: 1, OutputPrice: 1), Token);
        var judge = await Generation.CreateGeneratorAsync(new("judge", "http://127.0.0.1:9/v1", "m", InputPrice: 100, OutputPrice: 100), Token);
        var plain = await Generation.CreateRecipeAsync(new("unjudged", new()), Token);
        var judged = await Generation.CreateRecipeAsync(new("judged dearly", new(Judge: true, JudgeGeneratorId: judge.Id)), Token);
        var wanted = new NewRun(plain.Id, [document.Id], "writer");

        var (without, with) = (await Generation.EstimateRunAsync(wanted, Token), await Generation.EstimateRunAsync(wanted with { RecipeId = judged.Id }, Token));

        (with.Calls, with.Pairs).ShouldBe((2 * without.Calls, without.Pairs));
        var more = with.Tokens.Input + with.Tokens.Output - without.Tokens.Input - without.Tokens.Output;
        (with.Cost - without.Cost).ShouldBe(more * 100m / 1_000_000);
    }

    [Fact]
    public async Task The_built_in_generator_cannot_judge()
    {
        var recipe = await Generation.CreateRecipeAsync(new("judged by nobody", new(Judge: true)), Token);

        var refused = await Should.ThrowAsync<SynthDataGenException>(() => Generation.StartRunAsync(new NewRun(recipe.Id, Generator: "extractive"), Token));

        refused.Code.ShouldBe("no-judge");
    }
}
