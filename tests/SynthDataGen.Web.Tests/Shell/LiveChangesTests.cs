using Bunit;
using SynthDataGen.Web.Generation;
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
    public async Task All_parts_of_a_circuit_share_one_stream()
    {
        (await FindAsync(Render<Rail>(), ".count")).TextContent.ShouldBe("38");
        var page = Render<GenerationPage>();
        await FindAsync(page, Id("run-row"));
        await EventuallyAsync(page, () => Api.Listeners.ShouldBe(1));
        Api.Requests.Count(request => request.EndsWith("/events", StringComparison.Ordinal)).ShouldBe(1);
    }
}
