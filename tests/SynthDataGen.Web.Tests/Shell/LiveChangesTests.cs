using Bunit;
using SynthDataGen.Web.Generation;
using SynthDataGen.Web.Shell;

namespace SynthDataGen.Web.Tests.Shell;

public sealed class LiveChangesTests : WebTest
{
    [Fact]
    public void A_burst_of_changes_makes_few_reloads()
    {
        var page = Render<GenerationPage>();
        page.WaitForAssertion(() => Api.Listeners.ShouldBe(1));
        for (var i = 0; i < 500; i++)
        {
            Api.Tell("run");
        }

        Data.Runs[0] = Data.Runs[0] with { State = "finished" };
        Api.Tell("run");
        page.WaitForElement("[data-state=finished]");
        Api.Requests.Count(request => request.Contains("/runs", StringComparison.Ordinal)).ShouldBeLessThan(10);
    }

    [Fact]
    public void A_broken_stream_is_opened_again()
    {
        var page = Render<GenerationPage>();
        page.WaitForAssertion(() => Api.Listeners.ShouldBe(1));
        Api.DropListeners();
        page.WaitForAssertion(() => Api.Requests.Count(request => request.EndsWith("/events", StringComparison.Ordinal)).ShouldBe(2));
        Data.Runs[0] = Data.Runs[0] with { State = "cancelled" };
        page.WaitForAssertion(() => Api.Listeners.ShouldBe(1));
        Api.Tell("run");
        page.WaitForAssertion(() => page.FindAll("[data-state=running]").ShouldBeEmpty());
    }

    [Fact]
    public void All_parts_of_a_circuit_share_one_stream()
    {
        Render<Rail>().WaitForElement(".count").TextContent.ShouldBe("38");
        Render<GenerationPage>().WaitForElement(Id("run-row"));
        Api.Requests.Count(request => request.EndsWith("/events", StringComparison.Ordinal)).ShouldBe(1);
    }
}
