using SynthDataGen.Client;
using SynthDataGen.Client.Generation;
using SynthDataGen.Testing;

namespace SynthDataGen.Api.Tests.Generation;

public sealed class RecipeTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private const string OwnPrompt = "=== system\nWrite in verse. {{shape}}\n=== user\n<{{fence}}>\n{{text}}\n</{{fence}}>\nWrite at most {{pairs}}.\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private GenerationClient Generation => api.Workspace.Generation;

    [Fact]
    public async Task Every_preset_can_be_saved_as_it_is()
    {
        foreach (var preset in (await Generation.ListPresetsAsync(Token)).Items)
        {
            var saved = await Generation.CreateRecipeAsync(new(preset.Name, preset.Settings), Token);
            saved.Settings.AnswerLength.ShouldBe(preset.Settings.AnswerLength);
            saved.Settings.Types.ShouldBe(preset.Settings.Types);
            saved.Settings.MultiHopShare.ShouldBe(preset.Settings.Types!.Contains("multi-hop") ? 25 : 0);
        }
    }

    [Fact]
    public async Task A_copy_of_the_prompt_is_kept_and_the_built_in_one_saved_back_is_none()
    {
        var builtIn = await Generation.GetPromptAsync(Token);
        var recipe = await Generation.CreateRecipeAsync(new("own prompt", new() { Prompt = OwnPrompt }), Token);
        recipe.Settings.Prompt.ShouldBe(OwnPrompt);

        var back = await Generation.UpdateRecipeAsync(recipe.Id, new(recipe.Name, recipe.Settings with { Prompt = builtIn.Text }), Token);

        back.Settings.Prompt.ShouldBeNull();
        (builtIn.Name, builtIn.Places.Contains("persona")).ShouldBe(("grounded-pairs", true));
    }

    public static TheoryData<RecipeSettings, string> Faulty => new()
    {
        { new() { Types = ["riddle"] }, "unknown-type" },
        { new() { PairsPerContext = 0 }, "bad-pairs-per-context" },
        { new() { ContextTokens = 99 }, "bad-context-tokens" },
        { new() { Difficulty = new(0, 0, 0) }, "bad-difficulty" },
        { new() { Difficulty = new(-1, 50, 50) }, "bad-difficulty" },
        { new() { AnswerLength = "endless" }, "unknown-answer-length" },
        { new() { MultiHopShare = 101 }, "bad-multi-hop-share" },
        { new() { MultiHopShare = -1 }, "bad-multi-hop-share" },
        { new() { Persona = new string('p', 5_000) }, "too-long" },
        { new() { Prompt = "Write pairs." }, "bad-prompt" },
        { new() { Prompt = OwnPrompt + new string(' ', 20_000) }, "bad-prompt" },
    };

    [Theory]
    [MemberData(nameof(Faulty), DisableDiscoveryEnumeration = true)]
    public async Task Settings_that_make_no_recipe_are_refused_when_saved_and_when_tried(RecipeSettings settings, string code)
    {
        (await Should.ThrowAsync<SynthDataGenException>(() => Generation.CreateRecipeAsync(new($"faulty {code}", settings), Token))).Code.ShouldBe(code);
        (await Should.ThrowAsync<SynthDataGenException>(() => Generation.TryRecipeAsync(new(settings), Token))).Code.ShouldBe(code);
    }

    [Fact]
    public async Task Trying_a_recipe_shows_all_that_went_over_the_wire_and_saves_nothing()
    {
        var document = await api.Seed.ReadyDocumentAsync(6);
        await using var model = await FakeOpenAI.StartAsync(Token);
        model.Answer(FakeAnswer.Fenced);
        await Generation.CreateGeneratorAsync(new("tried", model.Address.ToString(), "m") { InputPrice = 2, OutputPrice = 8 }, Token);

        var trial = await Generation.TryRecipeAsync(new(new() { PairsPerContext = 2, Prompt = OwnPrompt }, "tried", document.Id), Token);

        trial.Pairs.Count.ShouldBe(2);
        trial.Pairs[0].Evidence.ShouldHaveSingleItem().Match.ShouldBe("exact");
        (trial.Context, trial.Contexts, trial.Failure).ShouldBe((0, 1, null));
        trial.System!.ShouldStartWith("Write in verse.");
        trial.User!.ShouldContain(trial.Text);
        trial.Reply!.ShouldStartWith("```json");
        trial.Cost.ShouldBe(((trial.Tokens.Input * 2m) + (trial.Tokens.Output * 8m)) / 1_000_000);
        (await api.Workspace.Documents.GetAsync(document.Id, Token)).Pairs.Total.ShouldBe(0);
    }

    [Fact]
    public async Task A_trial_whose_answer_is_of_no_use_shows_the_answer_and_the_reason()
    {
        var document = await api.Seed.ReadyDocumentAsync();
        await using var model = await FakeOpenAI.StartAsync(Token);
        model.Answer(FakeAnswer.Nonsense);
        await Generation.CreateGeneratorAsync(new("useless", model.Address.ToString(), "m"), Token);

        var trial = await Generation.TryRecipeAsync(new(new(), "useless", document.Id), Token);

        (trial.Pairs.Count, trial.Failure?.Reason, trial.Cost).ShouldBe((0, "malformed-reply", null));
        trial.Reply!.ShouldContain("Bananas");
    }

    [Fact]
    public async Task The_next_context_after_the_last_is_the_first()
    {
        var document = await api.Seed.ReadyDocumentAsync(40);
        var settings = new RecipeSettings { ContextTokens = 100 };
        var last = await Generation.TryRecipeAsync(new(settings, "extractive", document.Id, -3), Token);
        last.Contexts.ShouldBeGreaterThan(0);

        var next = await Generation.TryRecipeAsync(new(settings, "extractive", document.Id, last.Contexts), Token);

        (next.Context, next.Text, next.System).ShouldBe((0, last.Text, null));
    }

    [Fact]
    public async Task An_empty_workspace_has_nothing_to_try()
    {
        await api.Client.Workspaces.CreateAsync(new("untried"), Token);
        var refused = await Should.ThrowAsync<SynthDataGenException>(() => api.Client.Workspace("untried").Generation.TryRecipeAsync(new(new()), Token));
        refused.Code.ShouldBe("nothing-to-try");
    }

    [Fact]
    public async Task An_estimate_is_what_the_run_then_plans()
    {
        var documents = new[] { await api.Seed.ReadyDocumentAsync(30), await api.Seed.ReadyDocumentAsync(5) };
        await Generation.CreateGeneratorAsync(new("priced", "http://127.0.0.1:9/v1", "m") { InputPrice = 1, OutputPrice = 10 }, Token);
        var wanted = new NewRun { DocumentIds = [.. documents.Select(d => d.Id)], Generator = "priced", MaxPairs = 5 };

        var estimate = await Generation.EstimateRunAsync(wanted, Token);

        (estimate.Documents, estimate.Pairs, estimate.Exact).ShouldBe((2, 5, true));
        estimate.Calls.ShouldBeGreaterThan(1);
        estimate.Tokens.Input.ShouldBeGreaterThan(estimate.Calls * 400);
        estimate.Cost.ShouldBe((estimate.Tokens.Input + (10m * estimate.Tokens.Output)) / 1_000_000);
        (await Generation.EstimateRunAsync(wanted with { Generator = "extractive" }, Token)).Tokens.Input.ShouldBe(0);
    }
}
