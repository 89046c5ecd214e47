using Bunit;
using SynthDataGen.Client.Generation;
using SynthDataGen.Web.Generation;

namespace SynthDataGen.Web.Tests.Generation;

public sealed class GenerationPageTests : WebTest
{
    [Fact]
    public async Task A_run_lists_its_failures_by_reason()
    {
        var page = Render<GenerationPage>();
        await FindAsync(page, Id("run-row"));
        page.Markup.ShouldContain("2 contexts failed: invalid-reply – The reply held no JSON.");
    }

    [Fact]
    public async Task Progress_shows_as_it_happens()
    {
        var page = Render<GenerationPage>();
        await FindAsync(page, Id("run-row"));
        await EventuallyAsync(page, () => Api.Listeners.ShouldBe(1));
        Data.Runs[0] = Data.Runs[0] with { Contexts = new(80, 55, 1, 24) };
        Api.Tell("run");
        await EventuallyAsync(page, () => page.Find("progress").GetAttribute("value").ShouldBe("56"));
    }

    [Fact]
    public async Task Cancel_stops_a_run()
    {
        var page = Render<GenerationPage>();
        await ClickAsync(page, "[data-state=running] button");
        await EventuallyAsync(page, () => Data.Runs[0].State.ShouldBe("cancelled"));
    }

    [Fact]
    public async Task A_paused_run_says_why_and_can_be_resumed_or_cancelled()
    {
        Data.Runs[0] = Data.Runs[0] with { State = "paused", PauseReason = "The key is refused. Enter another." };
        var page = Render<GenerationPage>();
        var row = await FindAsync(page, "[data-state=paused]");
        row.TextContent.ShouldContain("The key is refused. Enter another.");
        row.QuerySelectorAll("button").Select(button => button.TextContent.Trim()).ShouldBe(["Cancel", "Resume"]);
        await ClickAsync(page, "[data-state=paused] button:nth-of-type(2)");
        await EventuallyAsync(page, () => Data.Runs[0].State.ShouldBe("running"));
    }

    [Fact]
    public async Task A_run_short_of_its_exact_total_offers_a_retry()
    {
        Data.Runs[0] = Data.Runs[0] with { State = "finishedWithFailures", Contexts = new(52, 52, 0, 0), MaxPairs = 60, Exactly = true, MissingPairs = 3 };
        var page = Render<GenerationPage>();
        var row = await FindAsync(page, "[data-state=finishedWithFailures]");
        row.TextContent.ShouldContain("3 pairs missing from 60");
        row.QuerySelectorAll("button").Select(button => button.TextContent.Trim()).ShouldBe(["Retry for missing pairs"]);
    }

    [Fact]
    public async Task The_panel_starts_a_run_over_all_documents()
    {
        Address.NavigateTo("/generation?new=true");
        var page = Render<GenerationPage>();
        await ClickAsync(page, Id("start-run"));
        await EventuallyAsync(page, () => Data.Runs[0].Summary.ShouldBe("planned over all documents"));
    }

    [Fact]
    public async Task A_refused_start_says_why_and_keeps_the_panel()
    {
        Address.NavigateTo("/generation?new=true");
        Data.Recipes[0] = Data.Recipes[0] with { Name = "default" };
        var panel = Render<NewRunPanel>();
        await FindAsync(panel, Id("start-run"));
        Api.Break("/runs", 409, "A run over these documents goes on already.");
        await ClickAsync(panel, Id("start-run"));
        (await FindAsync(panel, ".failure")).TextContent.ShouldContain("goes on already");
    }

    [Fact]
    public void The_time_left_comes_from_the_pace_so_far()
    {
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var run = Data.Runs[0] with { StartedAt = start, Contexts = new(40, 10, 0, 30) };
        new RunPace(run, start.AddMinutes(2)).Sentence.ShouldBe("5 contexts/min, about 6 min left");
    }
}
