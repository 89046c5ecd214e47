using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Prompts;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Tests.Generation.Prompts;

public sealed class PromptTemplateTests
{
    private const string Own = "=== system\nWrite in verse.\n=== user\n<{{fence}}>\n{{text}}\n</{{fence}}>\nAt most {{pairs}}.\n";

    [Fact]
    public void The_built_in_template_has_a_version_and_every_place_is_known() =>
        (PromptTemplate.BuiltIn.Name, PromptTemplate.BuiltIn.Version).ShouldBe(("grounded-pairs", "2"));

    [Fact]
    public void A_recipe_without_a_copy_uses_the_built_in_template() =>
        PromptTemplate.Of(new()).ShouldBeSameAs(PromptTemplate.BuiltIn);

    [Fact]
    public void A_different_text_is_a_different_version()
    {
        var (one, two) = (PromptTemplate.ParseOwn(Own), PromptTemplate.ParseOwn(Own.Replace("verse", "prose", StringComparison.Ordinal)));

        one.Version.ShouldStartWith("own-");
        two.Version.ShouldNotBe(one.Version);
        PromptTemplate.ParseOwn(Own.ReplaceLineEndings("\r\n")).Version.ShouldBe(one.Version);
    }

    [Fact]
    public void An_edited_template_can_be_read_back() =>
        PromptTemplate.ParseOwn(PromptTemplate.BuiltIn.Text).System.ShouldBe(PromptTemplate.BuiltIn.System);

    [Theory]
    [InlineData("Write pairs.", "=== system")]
    [InlineData("=== user\n{{text}}\n=== system\nx", "=== system")]
    [InlineData("=== system\nx\n=== user\n<{{fence}}>{{text}}</{{fence}}>", "{{pairs}}")]
    [InlineData("=== system\nx\n=== user\n<{{fence}}></{{fence}}> {{pairs}}", "{{text}}")]
    [InlineData("=== system\nx\n=== user\n{{text}} {{pairs}}", "{{fence}}")]
    [InlineData("=== system\n{{text}}\n=== user\n<{{fence}}>{{text}}</{{fence}}> {{pairs}}", "could give orders")]
    [InlineData("=== system\n{{mood}}\n=== user\n<{{fence}}>{{text}}</{{fence}}> {{pairs}}", "{{mood}}")]
    public void An_invalid_template_is_refused_with_the_reason(string text, string reason) =>
        Should.Throw<FormatException>(() => PromptTemplate.ParseOwn(text)).Message.ShouldContain(reason);

    [Fact]
    public void A_place_in_the_document_is_text_like_any_other()
    {
        var prompt = PairsPrompt.For(new("Mind {{persona}} and {{fence}}.", [], "a.pdf", new() { Persona = "a nurse" }, 3));

        prompt.User.ShouldContain("Mind {{persona}} and {{fence}}.");
    }

    [Fact]
    public void Lines_for_unset_values_are_left_out()
    {
        var plain = PairsPrompt.For(new("Short text.", [], "a.pdf", new(), 3));
        var mixed = PairsPrompt.For(new("Short text.", [], "a.pdf", new() { Difficulty = new(1, 1, 2) }, 3));

        plain.System.ShouldNotContain("\n\n\n");
        plain.System.ShouldNotContain("Difficulty over all");
        mixed.System.ShouldContain("about 25 % easy, 25 % medium, 50 % hard");
    }

    [Fact]
    public void The_words_to_avoid_are_the_telling_ones()
    {
        var prompt = PairsPrompt.For(new(
            "Remuneration follows quarterly certification. The employees, employees and more employees of Northumberland wait.", [], "a.pdf", new(), 3));

        prompt.User.ShouldContain("quarterly, certification");
        TellingWords.Of("employees employees employees Northumberland certification").ShouldBe(["certification"]);
    }

    [Fact]
    public void Every_preset_is_a_recipe_that_can_be_saved()
    {
        RecipePresets.All.Select(preset => preset.Name).ShouldBe(["Balanced", "FAQ", "Procedures", "Exam", "Objection handling", "Unanswerable mix"]);
        foreach (var (_, _, settings) in RecipePresets.All)
        {
            settings.Types.ShouldBeSubsetOf(QuestionTypes.All);
            settings.ContextTokens.ShouldBeInRange(RecipeSettings.MinContextTokens, RecipeSettings.MaxContextTokens);
            (settings.Difficulty?.IsValid ?? true).ShouldBeTrue();
        }
    }
}
