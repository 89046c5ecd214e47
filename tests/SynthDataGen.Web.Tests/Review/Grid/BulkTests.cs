using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Radzen;
using SynthDataGen.Web.Review;
using SynthDataGen.Web.Tests.CannedApi;

namespace SynthDataGen.Web.Tests.Review.Grid;

public sealed class BulkTests : WebTest
{
    [Fact]
    public async Task Selected_pairs_are_rejected_with_a_reason_after_one_was_asked()
    {
        var page = Render<ReviewPage>();
        await GridTests.ClickRowAsync(page, 0);
        await GridTests.ClickRowAsync(page, 1);
        await ClickAsync(page, Id("bulk-reject"));
        page.Find(Id("bulk-ask")).TextContent.ShouldContain("Reject 2 pairs?");
        Data.Bulk.ShouldBeEmpty();
        await ChangeAsync(page, "[name=reason]", "trivial");
        await SubmitAsync(page, Id("bulk-ask"));
        await EventuallyAsync(page, () => Data.Bulk.ShouldHaveSingleItem());
        Data.Bulk[0].Decision.ShouldSatisfyAllConditions(
            made => made.Ids.ShouldBe([Data.Pairs[0].Id, Data.Pairs[1].Id]), made => (made.Action, made.Reason, made.Filter).ShouldBe(("reject", "trivial", null)));
        await EventuallyAsync(page, () => page.Find("tr[data-row='1']").GetAttribute("data-status").ShouldBe("rejected"));
    }

    [Fact]
    public async Task A_whole_filter_is_sent_as_a_filter()
    {
        Address.NavigateTo("/review?status=pending&flag=any&sort=doubt");
        var page = Render<ReviewPage>();
        await EventuallyAsync(page, () => page.Find(Id("pair-count")).TextContent.ShouldNotBeEmpty());
        var fitting = CannedFilter.Of(Data, new() { Status = "pending", Flag = "any" }).Count;
        await ClickAsync(page, Id("select-all"));
        await ClickAsync(page, Id("bulk-approve"));
        page.Find(Id("bulk-go")).TextContent.ShouldBe($"Approve {fitting} pairs");
        await SubmitAsync(page, Id("bulk-ask"));
        await EventuallyAsync(page, () => Data.Bulk.ShouldHaveSingleItem());
        (Data.Bulk[0].Decision.Ids, Data.Bulk[0].Decision.Filter).ShouldBe((null, new() { Status = "pending", Flag = "any" }));
        await FindAsync(page, ".empty");
    }

    [Fact]
    public async Task A_bulk_decision_can_be_undone_from_its_line()
    {
        var page = Render<ReviewPage>();
        await GridTests.ClickRowAsync(page, 0);
        await ClickAsync(page, Id("bulk-approve"));
        await SubmitAsync(page, Id("bulk-ask"));
        await ClickAsync(page, Id("bulk-undo"));
        await EventuallyAsync(page, () => page.Find(Id("bulk-line")).TextContent.ShouldContain("Approved, and undone"));
        Data.Pairs[0].Status.ShouldBe("pending");
    }

    [Fact]
    public async Task A_toast_says_what_was_done_and_undoes_it()
    {
        var page = Render<ReviewPage>();
        await GridTests.ClickRowAsync(page, 0);
        await ClickAsync(page, Id("bulk-approve"));
        await SubmitAsync(page, Id("bulk-ask"));
        var toasts = Services.GetRequiredService<NotificationService>();
        await EventuallyAsync(page, () => toasts.Messages.ShouldHaveSingleItem().Summary.ShouldBe("Approved 1 pair"));
        await ClickAsync(Render(toasts.Messages[0].DetailContent!(toasts)), Id("toast-undo"));
        await EventuallyAsync(page, () => Data.Pairs[0].Status.ShouldBe("pending"));
    }

    [Fact]
    public async Task A_running_decision_is_found_again_and_followed()
    {
        Data.Bulk.Add((new()
        {
            UndoToken = Guid.CreateVersion7(), Changed = 10_000, State = "working", Action = "approve", Total = 38_112, By = "Ada",
            At = TimeProvider.System.GetUtcNow(),
        }, new("approve") { Filter = new() }, []));
        var page = Render<ReviewPage>();
        (await FindAsync(page, Id("bulk-progress"))).TextContent.ShouldContain("Approve: 10,000 of 38,112 pairs");
        Data.Bulk[0] = Data.Bulk[0] with { Outcome = Data.Bulk[0].Outcome with { Changed = 38_112, State = "done" } };
        await EventuallyAsync(page, () => page.FindAll(Id("bulk-progress")).ShouldBeEmpty());
        page.Find(Id("bulk-line")).TextContent.ShouldContain("Approved 38,112 pairs");
    }

    [Fact]
    public async Task A_refused_decision_keeps_what_was_selected()
    {
        var page = Render<ReviewPage>();
        await GridTests.ClickRowAsync(page, 0);
        await ClickAsync(page, Id("bulk-tag"));
        await ChangeAsync(page, "[name=tag]", "legal");
        Api.Break("/pairs/decisions", 503, "The database is away.");
        await SubmitAsync(page, Id("bulk-ask"));
        (await FindAsync(page, $"{Id("bulk-bar")} .failure")).TextContent.ShouldContain("The database is away.");
        page.Find(Id("selected")).TextContent.ShouldBe("1 pair selected");
    }
}
