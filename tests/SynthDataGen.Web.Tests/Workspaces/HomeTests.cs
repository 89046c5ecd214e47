using Bunit;
using SynthDataGen.Web.Export;
using SynthDataGen.Web.Tests.CannedApi;
using SynthDataGen.Web.Workspaces;

namespace SynthDataGen.Web.Tests.Workspaces;

public sealed class HomeTests : WebTest
{
    [Fact]
    public async Task Each_number_links_to_what_it_counts()
    {
        var home = Render<Home>();
        await FindAsync(home, ".step");
        home.FindAll(".step").Select(step => (step.QuerySelector(".number")!.TextContent, step.GetAttribute("href"))).ShouldBe(
            [("6", "/documents"), ("10", "/documents?status=ready"), ("40", "/review"), ("38", "/review?status=pending"), ("1", "/review?status=approved")]);
    }

    [Fact]
    public async Task Failures_are_listed_with_their_sentence()
    {
        var home = Render<Home>();
        await FindAsync(home, ".now");
        home.Markup.ShouldContain("payroll (final) v2.pdf");
    }

    [Fact]
    public async Task The_export_counts_the_approved_pairs()
    {
        var export = Render<ExportPage>();
        (await FindAsync(export, ".page-head p")).TextContent.ShouldContain("1 approved pair");
        export.Find(Id("export-json")).GetAttribute("href").ShouldBe("/download/export.json");
    }
}

public sealed class NewWorkspaceTests : WebTest
{
    private protected override CannedData Canned() => CannedData.Empty();

    [Fact]
    public async Task Home_starts_with_three_steps()
    {
        var home = Render<Home>();
        (await FindAsync(home, ".steps li.next a")).GetAttribute("href").ShouldBe("/documents");
        home.FindAll(".steps li").Count.ShouldBe(3);
    }

    [Fact]
    public async Task Documents_say_where_to_drop_them() =>
        (await FindAsync(Render<Web.Documents.DocumentsPage>(), ".empty")).TextContent.ShouldContain("Drop documents here");

    [Fact]
    public async Task Generation_offers_the_first_run() =>
        (await FindAsync(Render<Web.Generation.GenerationPage>(), ".empty a")).GetAttribute("href").ShouldBe("/generation?new=true");

    [Fact]
    public async Task The_desk_says_that_nothing_is_waiting() =>
        (await FindAsync(Render<Web.Review.DeskPage>(), ".end")).TextContent.ShouldContain("Nothing to review here");

    [Fact]
    public async Task An_empty_export_is_not_offered() =>
        (await FindAsync(Render<ExportPage>(), ".empty")).TextContent.ShouldContain("No approved pairs yet");
}
