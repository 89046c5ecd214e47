using Bunit;
using Microsoft.AspNetCore.Components.Web;
using SynthDataGen.Web.Review;
using SynthDataGen.Web.Tests.CannedApi;

namespace SynthDataGen.Web.Tests.Review.Grid;

public sealed class GridTests : WebTest
{
    [Fact]
    public async Task The_count_of_the_filter_is_shown_above()
    {
        Address.NavigateTo("/review?status=pending");
        var page = Render<ReviewPage>();
        await EventuallyAsync(page, () => page.Find(Id("pair-count")).TextContent.ShouldBe("38 pairs"));
        page.Find(Id("export-these")).GetAttribute("href").ShouldBe("/download/export.json?status=pending");
    }

    [Fact]
    public async Task Without_a_status_the_export_contains_all_shown_pairs()
    {
        Address.NavigateTo("/review?flag=duplicate&sort=doubt");
        var page = Render<ReviewPage>();
        (await FindAsync(page, Id("export-these"))).GetAttribute("href").ShouldBe("/download/export.json?status=all&flag=duplicate");
    }

    [Fact]
    public async Task A_row_opens_the_desk_at_its_pair_with_the_same_filter()
    {
        Address.NavigateTo("/review?flag=any");
        var page = Render<ReviewPage>();
        (await FindAsync(page, ".words a")).GetAttribute("href").ShouldBe($"/review/desk?flag=any&pair={Data.Pairs[3].Id}");
    }

    [Fact]
    public async Task A_header_sorts_and_says_so()
    {
        var page = Render<ReviewPage>();
        (await FindAsync(page, Id("sort-flags"))).GetAttribute("href").ShouldBe("/review?sort=doubt");
        Address.NavigateTo("/review?sort=doubt");
        await EventuallyAsync(page, () => page.Find("th[aria-sort]").GetAttribute("aria-sort").ShouldBe("descending"));
        page.Find(Id("sort-flags")).GetAttribute("href").ShouldBe("/review");
    }

    [Fact]
    public async Task With_shift_all_rows_in_between_are_selected()
    {
        var page = Render<ReviewPage>();
        await ClickRowAsync(page, 2);
        await ClickRowAsync(page, 6, shift: true);
        page.Find(Id("selected")).TextContent.ShouldBe("5 pairs selected");
        page.FindAll("tr[aria-selected=true]").Select(row => row.GetAttribute("data-row")).ShouldBe(["2", "3", "4", "5", "6"]);
    }

    [Fact]
    public async Task A_new_filter_starts_with_nothing_selected()
    {
        var page = Render<ReviewPage>();
        await ClickRowAsync(page, 1);
        Address.NavigateTo("/review?flag=any");
        await EventuallyAsync(page, () => page.FindAll(Id("selected")).ShouldBeEmpty());
    }

    [Fact]
    public async Task Columns_can_be_chosen_and_are_remembered()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        var module = JSInterop.SetupModule("./js/grid.js");
        module.Mode = JSRuntimeMode.Loose;
        module.Setup<string?>("columns").SetResult("tags,bogus,model");
        var page = Render<ReviewPage>();
        await EventuallyAsync(page, () => Heads(page).ShouldBe(["", "Question and answer", "Tags", "Model"]));
        await ChangeAsync(page, ".columns input[name=score]", true);
        Heads(page).ShouldBe(["", "Question and answer", "Score", "Tags", "Model"]);
        module.Invocations["keepColumns"][^1].Arguments.ShouldBe(["tags,model,score"]);
    }

    [Fact]
    public async Task A_column_shows_the_assignee()
    {
        Data.Pairs[0] = Data.Pairs[0] with { Assignee = "Ben" };
        var page = Render<ReviewPage>();
        await FindAsync(page, Id("pair-row"));
        await ChangeAsync(page, ".columns input[name=assignee]", true);
        await EventuallyAsync(page, () => page.Find("tr[data-row='0'] td:nth-last-child(2)").TextContent.ShouldBe("Ben"));
    }

    [Fact]
    public async Task A_pair_that_somebody_decides_on_changes_in_its_row()
    {
        var page = Render<ReviewPage>();
        await FindAsync(page, Id("pair-row"));
        await EventuallyAsync(page, () => Api.Listeners.ShouldBe(1));
        Data.Pairs[0] = Data.Pairs[0] with { Status = "approved" };
        Api.Tell("pair");
        await EventuallyAsync(page, () => page.Find("tr[data-row='0']").GetAttribute("data-status").ShouldBe("approved"));
    }

    [Fact]
    public async Task Five_hundred_pairs_scroll_through_in_pages()
    {
        lock (Data.Pairs)
        {
            Data.Pairs.AddRange(Enumerable.Range(0, 460).Select(number => Data.Pairs[0] with { Id = Guid.CreateVersion7() }));
            Data.Pairs.Sort((one, other) => string.CompareOrdinal(one.Id.ToString(), other.Id.ToString()));
        }

        var page = Render<ReviewPage>();
        await EventuallyAsync(page, () => page.Find("[role=grid]").GetAttribute("aria-rowcount").ShouldBe("-1"));
        Api.Requests.Count(request => request.Contains("/pairs?", StringComparison.Ordinal)).ShouldBeLessThan(5);
    }

    [Fact]
    public async Task Back_from_the_desk_the_row_is_in_sight_again()
    {
        var module = JSInterop.SetupModule("./js/grid.js");
        module.Mode = JSRuntimeMode.Loose;
        var page = Render<ReviewPage>();
        await ClickAsync(page, "tr[data-row='33'] .words a");
        await page.InvokeAsync(page.Instance.Dispose);
        foreach (var (address, row) in new (string, int?)[] { ("/review?flag=any", null), ("/review", 33), ("/review", null) })
        {
            Address.NavigateTo(address);
            var again = Render<ReviewPage>();
            await FindAsync(again, Id("pair-row"));
            await EventuallyAsync(again, () => module.Invocations["listen"][^1].Arguments[1].ShouldBe(row));
            await again.InvokeAsync(again.Instance.Dispose);
        }
    }

    internal static Task ClickRowAsync(IRenderedComponent<ReviewPage> page, int row, bool shift = false) =>
        ActAsync(page, () => page.Find($"tr[data-row='{row}'] {Id("select-row")}"), box => box.ClickAsync(new MouseEventArgs { ShiftKey = shift }));

    private static IEnumerable<string> Heads(IRenderedComponent<ReviewPage> page) => page.FindAll("th").Select(head => head.TextContent.Trim());
}
