using Bunit;
using SynthDataGen.Client.Generation;
using SynthDataGen.Web.Generation;

namespace SynthDataGen.Web.Tests.Generation;

public sealed class GenerationPageTests : WebTest
{
    [Fact]
    public void A_run_tells_its_failures_by_reason()
    {
        var page = Render<GenerationPage>();
        page.WaitForElement(Id("run-row"));
        page.Markup.ShouldContain("2 contexts failed: invalid-reply – The reply held no JSON.");
    }

    [Fact]
    public void Progress_shows_as_it_happens()
    {
        var page = Render<GenerationPage>();
        page.WaitForElement(Id("run-row"));
        page.WaitForAssertion(() => Api.Listeners.ShouldBe(1));
        Data.Runs[0] = Data.Runs[0] with { Contexts = new(80, 55, 1, 24) };
        Api.Tell("run");
        page.WaitForAssertion(() => page.Find("progress").GetAttribute("value").ShouldBe("56"));
    }

    [Fact]
    public void Cancel_stops_a_run()
    {
        var page = Render<GenerationPage>();
        page.WaitForElement("[data-state=running] button").Click();
        page.WaitForAssertion(() => Data.Runs[0].State.ShouldBe("cancelled"));
    }

    [Fact]
    public void The_panel_starts_a_run_over_all_documents()
    {
        Address.NavigateTo("/generation?new=true");
        var page = Render<GenerationPage>();
        page.WaitForElement(Id("start-run")).Click();
        page.WaitForAssertion(() => Data.Runs[0].Summary.ShouldBe("planned over all documents"));
    }

    [Fact]
    public void A_refused_start_says_why_and_keeps_the_panel()
    {
        Address.NavigateTo("/generation?new=true");
        Data.Recipes[0] = Data.Recipes[0] with { Name = "default" };
        var panel = Render<NewRunPanel>();
        panel.WaitForElement(Id("start-run"));
        Api.Break("/runs", 409, "A run over these documents goes on already.");
        panel.Find(Id("start-run")).Click();
        panel.WaitForElement(".failure").TextContent.ShouldContain("goes on already");
    }

    [Fact]
    public void The_time_left_comes_from_the_pace_so_far()
    {
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var run = Data.Runs[0] with { StartedAt = start, Contexts = new(40, 10, 0, 30) };
        new RunPace(run, start.AddMinutes(2)).Sentence.ShouldBe("5 contexts/min, about 6 min left");
    }
}
