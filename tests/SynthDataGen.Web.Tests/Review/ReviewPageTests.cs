using Bunit;
using SynthDataGen.Web.Review;
using SynthDataGen.Web.Tests.CannedApi;

namespace SynthDataGen.Web.Tests.Review;

public sealed class ReviewPageTests : WebTest
{
    [Fact]
    public async Task All_pairs_are_listed()
    {
        var page = Render<ReviewPage>();
        await EventuallyAsync(page, () => page.FindAll(Id("pair-row")).Count.ShouldBe(CannedData.PairCount));
    }

    [Fact]
    public async Task The_status_in_the_address_narrows_the_list()
    {
        Address.NavigateTo("/review?status=approved");
        var page = Render<ReviewPage>();
        (await FindAsync(page, Id("pair-row"))).GetAttribute("data-status").ShouldBe("approved");
        page.FindAll(Id("pair-row")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Searching_goes_into_the_address()
    {
        var page = Render<ReviewPage>();
        await ChangeAsync(page, ".filters .search", "laptop");
        Address.Uri.ShouldEndWith("/review?search=laptop");
    }

    [Fact]
    public void The_desk_opens_with_the_same_filter()
    {
        Address.NavigateTo("/review?flag=any&search=disk");
        var page = Render<ReviewPage>();
        page.Find(Id("review-start")).GetAttribute("href").ShouldBe("/review/desk?flag=any&search=disk");
    }

    [Fact]
    public async Task A_filter_without_matches_offers_a_way_back()
    {
        Address.NavigateTo("/review?search=zzzz");
        var page = Render<ReviewPage>();
        (await FindAsync(page, ".empty a")).GetAttribute("href").ShouldBe("/review");
    }

    [Fact]
    public async Task A_failed_call_is_shown_and_can_be_tried_again()
    {
        Api.Break("/pairs", 503, "The database is away.");
        var page = Render<ReviewPage>();
        (await FindAsync(page, ".failure")).TextContent.ShouldContain("The database is away.");
        Api.Mend();
        await ClickAsync(page, ".failure button");
        await FindAsync(page, Id("pair-row"));
        await EventuallyAsync(page, () => page.FindAll(".failure").ShouldBeEmpty());
    }
}
