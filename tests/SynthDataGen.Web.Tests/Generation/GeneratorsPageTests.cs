using Bunit;
using SynthDataGen.Web.Generation;

namespace SynthDataGen.Web.Tests.Generation;

public sealed class GeneratorsPageTests : WebTest
{
    [Fact]
    public async Task A_test_reports_the_result_of_the_call()
    {
        var page = Render<GeneratorsPage>();
        await ClickAsync(page, ".generator button");
        (await FindAsync(page, ".good")).TextContent.ShouldContain("It answered with two usable pairs.");
    }

    [Fact]
    public async Task A_generator_shows_its_calibration()
    {
        var page = Render<GeneratorsPage>();
        await FindAsync(page, ".generator");
        var generators = page.FindAll(".generator").Select(generator => generator.TextContent).ToList();
        generators[0].ShouldNotContain("our estimate");
        generators[1].ShouldContain("tokens 1.18 × our estimate, from 240 calls");
    }

    [Fact]
    public async Task A_generators_key_is_never_shown_again()
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
    public async Task Deleting_asks_for_confirmation()
    {
        var page = Render<GeneratorsPage>();
        await ClickAsync(page, ".generator button", "Delete");
        Data.Generators.Count.ShouldBe(2);
        await ClickAsync(page, ".generator button", "Confirm delete");
        Data.Generators.Count.ShouldBe(1);
    }
}
