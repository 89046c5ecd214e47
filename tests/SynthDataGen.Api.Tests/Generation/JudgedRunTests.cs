using SynthDataGen.Client;
using SynthDataGen.Client.Generation;
using SynthDataGen.Testing;

namespace SynthDataGen.Api.Tests.Generation;

public sealed class JudgedRunTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private GenerationClient Generation => api.Workspace.Generation;

    [Fact]
    public async Task A_recipe_keeps_who_judges()
    {
        var judge = await Generation.CreateGeneratorAsync(new("kept judge", "http://127.0.0.1:9/v1", "m"), Token);

        var saved = await Generation.CreateRecipeAsync(new("judged", new() { Judge = true, JudgeGeneratorId = judge.Id }), Token);

        (saved.Settings.Judge, saved.Settings.JudgeGeneratorId).ShouldBe((true, judge.Id));
        (await Generation.ListPresetsAsync(Token)).Items.ShouldAllBe(preset => !preset.Settings.Judge);
    }

    [Fact]
    public async Task An_estimate_counts_the_judges_calls_at_the_judges_prices()
    {
        var document = await api.Seed.ReadyDocumentAsync(30);
        await Generation.CreateGeneratorAsync(new("writer", "http://127.0.0.1:9/v1", "m") { InputPrice = 1, OutputPrice = 1 }, Token);
        var judge = await Generation.CreateGeneratorAsync(new("judge", "http://127.0.0.1:9/v1", "m") { InputPrice = 100, OutputPrice = 100 }, Token);
        var plain = await Generation.CreateRecipeAsync(new("unjudged", new()), Token);
        var judged = await Generation.CreateRecipeAsync(new("judged dearly", new() { Judge = true, JudgeGeneratorId = judge.Id }), Token);
        var wanted = new NewRun { RecipeId = plain.Id, DocumentIds = [document.Id], Generator = "writer" };

        var (without, with) = (await Generation.EstimateRunAsync(wanted, Token), await Generation.EstimateRunAsync(wanted with { RecipeId = judged.Id }, Token));

        (with.Calls, with.Pairs).ShouldBe((2 * without.Calls, without.Pairs));
        var more = with.Tokens.Input + with.Tokens.Output - without.Tokens.Input - without.Tokens.Output;
        (with.Cost - without.Cost).ShouldBe(more * 100m / 1_000_000);
    }

    [Fact]
    public async Task The_built_in_generator_cannot_judge()
    {
        var recipe = await Generation.CreateRecipeAsync(new("judged by nobody", new() { Judge = true }), Token);

        var refused = await Should.ThrowAsync<SynthDataGenException>(() => Generation.StartRunAsync(new NewRun { RecipeId = recipe.Id, Generator = "extractive" }, Token));

        refused.Code.ShouldBe("no-judge");
    }

    [Theory]
    [InlineData(true, 5, null)]
    [InlineData(false, null, "malformed-reply")]
    public async Task A_trial_shows_what_the_judge_says_or_why_it_says_nothing(bool sane, int? score, string? failure)
    {
        var document = await api.Seed.ReadyDocumentAsync(6);
        await using var model = await FakeOpenAI.StartAsync(Token);
        model.AnswerAlways(FakeAnswer.GroundedOr(sane ? FakeAnswer.Judged() : FakeAnswer.Nonsense));
        var name = $"tried judge {sane}";
        await Generation.CreateGeneratorAsync(new(name, model.Address.ToString(), "m") { InputPrice = 2, OutputPrice = 8 }, Token);

        var trial = await Generation.TryRecipeAsync(new(new() { PairsPerContext = 2, Judge = true }, name, document.Id), Token);

        trial.Pairs.Count.ShouldBe(2);
        trial.Pairs.ShouldAllBe(pair => pair.Judge == null ? score == null : pair.Judge.Score == score);
        trial.JudgeFailure?.Reason.ShouldBe(failure);
        (trial.JudgeFailure is null, trial.JudgeReply is null).ShouldBe((sane, false));
        trial.Tokens.Input.ShouldBe(model.Requests.Sum(request => request.PromptTokens));
        trial.Cost.ShouldBe(((trial.Tokens.Input * 2m) + (trial.Tokens.Output * 8m)) / 1_000_000);
    }

    [Fact]
    public async Task A_budget_needs_the_judges_prices_too()
    {
        await Generation.CreateGeneratorAsync(new("priced writer", "http://127.0.0.1:9/v1", "m") { InputPrice = 1 }, Token);
        var judge = await Generation.CreateGeneratorAsync(new("priceless judge", "http://127.0.0.1:9/v1", "m"), Token);
        var recipe = await Generation.CreateRecipeAsync(new("judged within a budget", new() { Judge = true, JudgeGeneratorId = judge.Id }), Token);

        var refused = await Should.ThrowAsync<SynthDataGenException>(() => Generation.StartRunAsync(new NewRun { RecipeId = recipe.Id, Generator = "priced writer", Budget = 1 }, Token));

        refused.Code.ShouldBe("no-prices");
        refused.Message.ShouldContain("priceless judge");
    }
}
