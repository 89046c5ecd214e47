using Bunit;
using Radzen.Blazor;
using SynthDataGen.Client.Generation;
using SynthDataGen.Web.Generation;
using SynthDataGen.Web.Generation.Recipes;

namespace SynthDataGen.Web.Tests.Generation;

public sealed class RecipePageTests : WebTest
{
    [Fact]
    public async Task A_new_recipe_starts_from_a_preset_and_is_saved()
    {
        Address.NavigateTo("/generation/recipes/new?preset=FAQ");
        var page = Render<RecipePage>();
        (await FindAsync(page, "#recipe-name")).GetAttribute("value").ShouldBe("FAQ");
        await ChangeAsync(page, "#recipe-persona", "a customer");

        await SubmitAsync(page, "form");

        await EventuallyAsync(page, () => Data.Recipes.Count.ShouldBe(2));
        var saved = Data.Recipes[^1].Settings;
        (saved.Persona, saved.AnswerLength, saved.Types).ShouldBe(("a customer", "medium", saved.Types));
        saved.Types.ShouldBe(["factual", "procedure"]);
        Address.Uri.ShouldEndWith($"/generation/recipes/{Data.Recipes[^1].Id}");
    }

    [Fact]
    public async Task The_judge_is_chosen_only_if_pairs_are_judged()
    {
        var page = await RecipeAsync();
        page.FindComponents<RadzenDropDown<Guid?>>().ShouldNotContain(part => part.Instance.Name == "recipe-judged-by");
        await page.InvokeAsync(() => page.FindComponents<RadzenCheckBox<bool>>().Single(part => part.Instance.Name == "recipe-judge").Instance.ValueChanged.InvokeAsync(true));
        page.Render();
        var choice = page.FindComponents<RadzenDropDown<Guid?>>().Single(part => part.Instance.Name == "recipe-judged-by").Instance;
        choice.Data!.Cast<Generator>().ShouldAllBe(generator => generator.Endpoint != null);
        var judge = Data.Generators[1].Id;
        await page.InvokeAsync(() => choice.ValueChanged.InvokeAsync(judge));

        await SubmitAsync(page, "form");

        await EventuallyAsync(page, () => (Data.Recipes[0].Settings.Judge, Data.Recipes[0].Settings.JudgeGeneratorId).ShouldBe((true, judge)));
    }

    [Fact]
    public async Task Trying_shows_the_pairs_with_their_evidence_and_flags()
    {
        var page = await RecipeAsync();
        await ClickAsync(page, Id("try"));

        var pair = await FindAsync(page, Id("trial-pair"));
        pair.TextContent.ShouldContain("How long is leave 1?");
        pair.TextContent.ShouldContain("Leave is 30 days. exact, p. 1");
        pair.QuerySelector(".failed").ShouldNotBeNull();
        page.Markup.ShouldContain("context 2 of 3");
        Data.Recipes.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Another_context_is_the_next_one()
    {
        var page = await RecipeAsync();
        await ClickAsync(page, Id("try"));
        await FindAsync(page, Id("trial-pair"));
        await ClickAsync(page, "button", "Another context");

        await EventuallyAsync(page, () => page.Markup.ShouldContain("How long is leave 2?"));
    }

    [Fact]
    public async Task A_trial_uses_the_unsaved_form_and_explains_failures()
    {
        var page = await RecipeAsync();
        await ChangeAsync(page, "#recipe-persona", "nobody");
        await ClickAsync(page, Id("try"));

        (await FindAsync(page, ".failed")).TextContent.ShouldContain("The model declined to write pairs.");
    }

    [Fact]
    public async Task An_edited_prompt_can_be_restored_with_one_click()
    {
        var page = await RecipeAsync();
        page.Find(Id("prompt")).TextContent.ShouldContain("grounded-pairs, version 2");
        await ChangeAsync(page, "#recipe-prompt", "=== system\nMine.");
        await EventuallyAsync(page, () => page.Find(Id("prompt")).TextContent.ShouldContain("own copy"));

        await ClickAsync(page, $"{Id("prompt")} button");

        await EventuallyAsync(page, () => page.Find(Id("prompt")).TextContent.ShouldContain("grounded-pairs, version 2"));
    }

    [Fact]
    public async Task Deleting_a_recipe_asks_for_confirmation()
    {
        Data.Recipes.Add(Data.Recipes[0] with { Id = Guid.CreateVersion7(), Name = "exam" });
        var page = Render<RecipesPage>();
        await ClickAsync(page, $"{Id("recipe-row")} button", "Delete");
        await ClickAsync(page, $"{Id("recipe-row")} button", "Confirm delete");

        await EventuallyAsync(page, () => Data.Recipes.Count.ShouldBe(1));
    }

    [Fact]
    public async Task A_run_is_estimated_before_it_starts()
    {
        var panel = Render<NewRunPanel>();

        await EventuallyAsync(panel, () => panel.Find(Id("estimate")).TextContent.ShouldContain("Up to 48 pairs"));

        panel.Find(Id("estimate")).TextContent.ShouldContain("about 18,000 tokens in, 9,600 out");
        panel.Find(Id("estimate")).TextContent.ShouldContain("about 0.0094");
    }

    [Fact]
    public async Task An_exact_total_is_offered_with_a_number_and_its_rounds_are_announced()
    {
        var panel = Render<NewRunPanel>();
        await FindAsync(panel, Id("estimate"));
        panel.FindComponents<RadzenCheckBox<bool>>().ShouldBeEmpty();
        await panel.InvokeAsync(() => panel.FindComponents<RadzenNumeric<int?>>().Single(part => part.Instance.Name == "run-max").Instance.ValueChanged.InvokeAsync(60));
        panel.Render();
        await panel.InvokeAsync(() => panel.FindComponents<RadzenCheckBox<bool>>().Single(part => part.Instance.Name == "run-exactly").Instance.ValueChanged.InvokeAsync(true));
        panel.Render();

        await EventuallyAsync(panel, () => panel.Find(Id("estimate")).TextContent.ShouldContain("then up to 3 further rounds to reach 60 pairs"));

        panel.Find(Id("estimate")).TextContent.ShouldContain("4 contexts multi-hop");
    }

    [Fact]
    public async Task The_share_of_multi_hop_contexts_is_explained_and_saved()
    {
        var page = await RecipeAsync();
        page.Markup.ShouldContain("None: each call sees one continuous stretch of text.");
        await page.InvokeAsync(() => page.FindComponents<RadzenNumeric<int>>().Single(part => part.Instance.Name == "recipe-hops").Instance.ValueChanged.InvokeAsync(25));
        page.Render();

        await SubmitAsync(page, "form");

        await EventuallyAsync(page, () => Data.Recipes[0].Settings.MultiHopShare.ShouldBe(25));
        page.Markup.ShouldContain("25 of 100 calls see 2–5 related places");
    }

    [Fact]
    public async Task A_trial_asks_the_generator_chosen_in_the_form()
    {
        var page = await RecipeAsync();
        var choice = page.FindComponents<RadzenDropDown<Guid?>>().Single(part => part.Instance.Name == "recipe-generator").Instance;
        await page.InvokeAsync(async () =>
        {
            await choice.ValueChanged.InvokeAsync(Data.Generators[1].Id);
            await choice.Change.InvokeAsync(Data.Generators[1].Id);
        });

        page.Find(Id("trial")).TextContent.ShouldContain($"Asks {Data.Generators[1].Name} about one context.");
    }

    private async Task<IRenderedComponent<RecipePage>> RecipeAsync()
    {
        var page = Render<RecipePage>(parameters => parameters.Add(p => p.Id, Data.Recipes[0].Id));
        await FindAsync(page, Id("try"));
        return page;
    }
}
