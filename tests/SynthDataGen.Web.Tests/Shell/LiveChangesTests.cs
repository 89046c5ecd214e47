using Bunit;
using SynthDataGen.Web.Generation;
using SynthDataGen.Web.Review;
using SynthDataGen.Web.Shell;

namespace SynthDataGen.Web.Tests.Shell;

public sealed class LiveChangesTests : WebTest
{
    [Fact]
    public async Task A_burst_of_changes_makes_few_reloads()
    {
        var page = Render<GenerationPage>();
        await EventuallyAsync(page, () => Api.Listeners.ShouldBe(1));
        for (var i = 0; i < 500; i++)
        {
            Api.Tell("run");
        }

        Data.Runs[0] = Data.Runs[0] with { State = "finished" };
        Api.Tell("run");
        await FindAsync(page, "[data-state=finished]");
        Api.Requests.Count(request => request.Contains("/runs", StringComparison.Ordinal)).ShouldBeLessThan(10);
    }

    [Fact]
    public async Task A_broken_stream_is_opened_again()
    {
        var page = Render<GenerationPage>();
        await EventuallyAsync(page, () => Api.Listeners.ShouldBe(1));
        Api.DropListeners();
        await EventuallyAsync(page, () => Api.Requests.Count(request => request.EndsWith("/events", StringComparison.Ordinal)).ShouldBe(2));
        Data.Runs[0] = Data.Runs[0] with { State = "cancelled" };
        await EventuallyAsync(page, () => Api.Listeners.ShouldBe(1));
        Api.Tell("run");
        await EventuallyAsync(page, () => page.FindAll("[data-state=running]").ShouldBeEmpty());
    }

    [Fact]
    public async Task The_rail_counts_what_the_desk_would_give()
    {
        Data.Pairs[0] = Data.Pairs[0] with { Assignee = "Ben" };
        Data.Pairs[1] = Data.Pairs[1] with { Assignee = "admin" };
        var (rail, desk) = (Render<Rail>(), Render<DeskPage>());
        (await FindAsync(rail, ".count")).TextContent.ShouldBe("37");
        await EventuallyAsync(desk, () => desk.Find(".numbers").TextContent.ShouldContain("37 waiting"));
        desk.Find(Id("desk-question")).TextContent.ShouldBe(Data.Pairs[1].Question);
    }

    [Fact]
    public async Task All_parts_of_a_circuit_share_one_stream()
    {
        (await FindAsync(Render<Rail>(), ".count")).TextContent.ShouldBe("38");
        var page = Render<GenerationPage>();
        await FindAsync(page, Id("run-row"));
        await EventuallyAsync(page, () => Api.Listeners.ShouldBe(1));
        Api.Requests.Count(request => request.EndsWith("/events", StringComparison.Ordinal)).ShouldBe(1);
    }
}
