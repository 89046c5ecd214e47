using Bunit;
using SynthDataGen.Web.Dashboard;
using SynthDataGen.Web.Documents;
using SynthDataGen.Web.Tests.CannedApi;

namespace SynthDataGen.Web.Tests.Dashboard;

public sealed class DashboardPageTests : WebTest
{
    [Fact]
    public async Task Acceptance_breaks_down_by_each_dimension()
    {
        var page = Render<DashboardPage>();
        (await FindAsync(page, Id("acceptance"))).TextContent.ShouldContain("66.7 %");
        foreach (var (side, row) in new[] { ("Run", "default · local"), ("Model", "<b>model</b>"), ("Template", "grounded-pairs 2"), ("Document", Data.Handbook.Key) })
        {
            await ClickAsync(page, "[role=tab]", side);
            page.Find($"{Id("acceptance")} tbody td").TextContent.Trim().ShouldBe(row);
        }

        page.FindAll($"{Id("acceptance")} tbody a").Single().GetAttribute("href").ShouldBe($"/review?documentId={Data.Handbook.Id}");
    }

    [Fact]
    public async Task Each_chart_has_its_table()
    {
        var page = Render<DashboardPage>();
        await FindAsync(page, Id("acceptance"));
        page.Find("[aria-label='Rejection reasons'] tbody").TextContent.ShouldContain("no reason given");
        page.Find("[aria-label='Decisions by day'] tbody tr").TextContent.ShouldStartWith("2026-11-21");
        page.Find("[aria-label=Reviewers] tbody").TextContent.ShouldContain("412");
        page.Find("[aria-label=Checks]").TextContent.ShouldContain("80 %");
        page.Find("[aria-label='Tokens and cost'] tbody").TextContent.ShouldContain("0.1000");
    }

    [Fact]
    public async Task A_failed_call_is_shown_with_a_retry()
    {
        Api.Break("/dashboard", 500, "The counts are not to be had.");
        var page = Render<DashboardPage>();
        (await FindAsync(page, ".failure")).TextContent.ShouldContain("The counts are not to be had.");
    }
}

public sealed class HeatMapTests : WebTest
{
    [Fact]
    public async Task Each_chunk_shows_its_pairs_and_links_to_its_text()
    {
        var chosen = -1;
        var map = Render<HeatMap>(parameters => parameters.Add(part => part.DocumentId, Data.Handbook.Id).Add(part => part.OnChunk, start => chosen = start));
        map.FindAll("button").ShouldBeEmpty();
        await ActAsync(map, () => map.Find("details"), element => element.TriggerEventAsync("ontoggle", EventArgs.Empty));
        await FindAsync(map, "button");
        map.FindAll("button").Select(cell => cell.GetAttribute("aria-label")).ShouldBe(
        [
            "p. 1 · 1 Scope: 5 pairs, 2 approved", "p. 1 · 2 Leave: asked, no pairs", "p. 2 · 2 Leave: not asked yet",
            "p. 3 · Index: boilerplate, never asked",
        ]);
        await ClickAsync(map, "button", at: 2);
        chosen.ShouldBe(900);
    }
}

public sealed class EmptyDashboardTests : WebTest
{
    private protected override CannedData Canned() => CannedData.Empty();

    [Fact]
    public async Task Without_pairs_the_dashboard_says_what_to_do() =>
        (await FindAsync(Render<DashboardPage>(), ".empty a")).GetAttribute("href").ShouldBe("/generation?new=true");
}
