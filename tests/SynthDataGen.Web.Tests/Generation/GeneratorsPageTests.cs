using Bunit;
using SynthDataGen.Web.Generation;

namespace SynthDataGen.Web.Tests.Generation;

public sealed class GeneratorsPageTests : WebTest
{
    [Fact]
    public async Task Test_says_how_the_call_went()
    {
        var page = Render<GeneratorsPage>();
        await ClickAsync(page, ".generator button");
        (await FindAsync(page, ".good")).TextContent.ShouldContain("It answered with two usable pairs.");
    }

    [Fact]
    public async Task A_generator_says_what_its_answers_told_about_our_estimate()
    {
        var page = Render<GeneratorsPage>();
        await FindAsync(page, ".generator");
        var generators = page.FindAll(".generator").Select(generator => generator.TextContent).ToList();
        generators[0].ShouldNotContain("our estimate");
        generators[1].ShouldContain("tokens 1.18 × our estimate, from 240 calls");
    }

    [Fact]
    public async Task A_generator_is_added_with_its_key_which_never_comes_back()
    {
        var page = Render<GeneratorsPage>();
        await ClickAsync(page, ".page-head button");
        await ChangeAsync(page, "#generator-name", "local");
        await ChangeAsync(page, "#generator-endpoint", "http://localhost:11434/v1");
        await ChangeAsync(page, "#generator-model", "llama3");
        await ChangeAsync(page, "#generator-key", "sk-secret");
        await SubmitAsync(page, "form");
        await EventuallyAsync(page, () => page.FindAll(".generator").Count.ShouldBe(3));
        Data.Generators[^1].HasApiKey.ShouldBeTrue();
        page.Markup.ShouldNotContain("sk-secret");
    }

    [Fact]
    public async Task Deleting_asks_once_more()
    {
        var page = Render<GeneratorsPage>();
        await ClickAsync(page, ".generator button", "Delete");
        Data.Generators.Count.ShouldBe(2);
        await ClickAsync(page, ".generator button", "Confirm delete");
        Data.Generators.Count.ShouldBe(1);
    }
}
