using AngleSharp.Html.Dom;
using Bunit;
using SynthDataGen.Client.Review;
using SynthDataGen.Web.Review.Grid;

namespace SynthDataGen.Web.Tests.Review.Grid;

public sealed class FiltersTests : WebTest
{
    [Theory]
    [InlineData("type", "procedure", "?type=procedure")]
    [InlineData("difficulty", "hard", "?difficulty=hard")]
    [InlineData("minScore", "2", "?minScore=2")]
    [InlineData("maxScore", "4", "?maxScore=4")]
    [InlineData("reviewer", " Ada ", "?reviewer=Ada")]
    [InlineData("assignee", "none", "?assignee=none")]
    [InlineData("tag", "für Recht", "?tag=f%C3%BCr%20Recht")]
    [InlineData("from", "2026-11-20", "?from=2026-11-20T00%3A00%3A00Z")]
    [InlineData("to", "2026-11-20", "?to=2026-11-21T00%3A00%3A00Z")]
    [InlineData("sort", "judge", "?sort=judge")]
    public async Task Each_filter_goes_into_the_address(string name, string value, string address)
    {
        var filters = await OpenAsync(new());
        await ChangeAsync(filters, $"[name={name}]", value);
        new Uri(Address.Uri).Query.ShouldBe(address);
    }

    [Fact]
    public async Task A_document_is_found_by_part_of_its_name()
    {
        var filters = await OpenAsync(new() { Status = "pending" });
        await ChangeAsync(filters, "[name=document]", "employee");
        await EventuallyAsync(filters, () => Address.Uri.ShouldEndWith($"/review?status=pending&documentId={Data.Handbook.Id}"));
    }

    [Fact]
    public async Task A_runs_label_has_its_time_and_its_pairs()
    {
        var filters = await OpenAsync(new());
        await EventuallyAsync(filters, () => filters.FindAll("[name=run] option").Count.ShouldBe(Data.Runs.Count + 1));
        filters.Find($"[name=run] option[value='{Data.Runs[0].Id}']").TextContent.ShouldEndWith("· default · team model · 118 pairs");
    }

    [Fact]
    public async Task The_fields_show_the_filter_in_the_address()
    {
        var day = new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);
        var filters = await OpenAsync(new() { Flag = "stale", Type = "procedure", To = day.AddDays(1), Assignee = "Ben" });
        ((IHtmlSelectElement)filters.Find("[name=flag]")).Value.ShouldBe("stale");
        ((IHtmlSelectElement)filters.Find("[name=type]")).Value.ShouldBe("procedure");
        ((IHtmlSelectElement)filters.Find("[name=assignee]")).Value.ShouldBe("Ben");
        filters.Find("[name=to]").GetAttribute("value").ShouldBe("2026-11-20");
    }

    [Fact]
    public async Task Each_chip_removes_its_filter_and_clear_removes_all()
    {
        var filters = Render<FilterChips>(with => with.Add(part => part.Filter, new() { Status = "pending", Flag = "any", DocumentId = Data.Handbook.Id, Search = "disk", Sort = "doubt" }));
        await EventuallyAsync(filters, () => filters.FindAll(Id("chip")).Select(chip => chip.TextContent.Trim()).ShouldBe(["employee-handbook.pdf ✕", "“disk” ✕", "⚑ Flagged ✕"]));
        filters.FindAll(Id("chip"))[1].GetAttribute("href").ShouldBe($"/review?status=pending&flag=any&documentId={Data.Handbook.Id}&sort=doubt");
        filters.Find(Id("clear-filters")).GetAttribute("href").ShouldBe("/review?sort=doubt");
    }

    private async Task<IRenderedComponent<PairFilters>> OpenAsync(PairFilter filter)
    {
        var filters = Render<PairFilters>(with => with.Add(part => part.Filter, filter));
        await ClickAsync(filters, Id("more-filters"));
        return filters;
    }
}
