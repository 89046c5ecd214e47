using System.Diagnostics;
using Bunit;
using SynthDataGen.Web.Generation.Runs;

namespace SynthDataGen.Web.Tests.Generation;

public sealed class RunPageTests : WebTest
{
    [Fact]
    public async Task A_run_breaks_its_pairs_down()
    {
        var page = await RunAsync();

        page.Find("[aria-label='Pairs by question type']").TextContent.ShouldContain("procedure");
        page.Find($"a[href='/review?runId={Data.Runs[1].Id}&flag=ungrounded']").TextContent.ShouldBe("ungrounded");
        page.Find("[aria-label=Documents]").TextContent.ShouldContain("80 %");
        page.Find("details tbody").Children.Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_failed_context_shows_its_answer_and_is_asked_again()
    {
        var page = await RunAsync();
        await FindAsync(page, $"{Id("failures")} article");
        page.Find($"{Id("failures")} pre").TextContent.ShouldBe("Certainly! <b>Bananas</b>.");

        await ClickAsync(page, $"{Id("failures")} article button");

        await EventuallyAsync(page, () => page.FindAll($"{Id("failures")} article").Count.ShouldBe(1));
        page.Find($"{Id("failures")} article").TextContent.ShouldContain("timed-out");
    }

    [Fact]
    public async Task Unjudged_contexts_are_listed_with_their_reason()
    {
        Data.Runs[1] = Data.Runs[1] with { Unjudged = [new("malformed-reply", 4, "The reply is not JSON.")] };

        var page = await RunAsync();

        page.Find(Id("run-row")).TextContent.ShouldContain("The pairs of 4 contexts were not judged: malformed-reply – The reply is not JSON.");
    }

    [Fact]
    public async Task Unjudged_pairs_are_judged_with_one_click()
    {
        Data.Runs[1] = Data.Runs[1] with { State = "finished", UnjudgedPairs = 40, Contexts = new(40, 40, 0, 0) };
        var page = await RunAsync();

        await ClickAsync(page, $"{Id("run-row")} button", "Judge 40 unjudged pairs");

        await EventuallyAsync(page, () => Api.Requests.ShouldContain(request => request.StartsWith("POST", StringComparison.Ordinal) && request.EndsWith("/judge", StringComparison.Ordinal)));
        await EventuallyAsync(page, () => page.FindAll($"{Id("run-row")} button").ShouldNotContain(button => button.TextContent.Contains("Judge", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_running_run_shows_calls_in_flight_and_retries()
    {
        Data.Runs[1] = Data.Runs[1] with { State = "running", InFlight = 12, Retries = 3 };

        var page = await RunAsync();

        page.Find($"{Id("run-row")} .facts").TextContent.ShouldContain("12 in flight");
        page.Find($"{Id("run-row")} .facts").TextContent.ShouldContain("3 retries");
    }

    [Fact]
    public async Task Many_changes_reload_the_figures_sometimes_and_the_report_rarely()
    {
        Data.Runs[1] = Data.Runs[1] with { State = "running", InFlight = 1 };
        var page = await RunAsync();
        await EventuallyAsync(page, () => Api.Listeners.ShouldBe(1));
        var (loads, reports, watch) = (Count($"/runs/{Data.Runs[1].Id}"), Count("/report"), Stopwatch.StartNew());

        for (var change = 2; change <= 6; change++)
        {
            Data.Runs[1] = Data.Runs[1] with { InFlight = change };
            Api.Tell("run");
            await Task.Delay(TimeSpan.FromMilliseconds(200), Xunit.TestContext.Current.CancellationToken);
        }

        await EventuallyAsync(page, () => page.Find($"{Id("run-row")} .facts").TextContent.ShouldContain("6 in flight"));
        (Count($"/runs/{Data.Runs[1].Id}") - loads).ShouldBeInRange(1, 1 + (int)(watch.Elapsed.TotalSeconds / 2));
        (Count("/report") - reports).ShouldBeLessThanOrEqualTo((int)Math.Ceiling(watch.Elapsed.TotalSeconds / 10));

        reports = Count("/report");
        Data.Runs[1] = Data.Runs[1] with { State = "finished" };
        Api.Tell("run");
        await EventuallyAsync(page, () => Count("/report").ShouldBeGreaterThan(reports));
    }

    [Fact]
    public async Task A_refused_retry_says_why()
    {
        var page = await RunAsync();
        await FindAsync(page, $"{Id("failures")} article");
        Api.Break("/retry", 409, "Its run was cancelled: resume the run first.");

        await ClickAsync(page, $"{Id("failures")} article button");

        (await FindAsync(page, $"{Id("failures")} .failure")).TextContent.ShouldContain("resume the run first");
    }

    private int Count(string pathEnd) => Api.Requests.Count(request => request.EndsWith(pathEnd, StringComparison.Ordinal));

    private async Task<IRenderedComponent<RunPage>> RunAsync()
    {
        var page = Render<RunPage>(parameters => parameters.Add(p => p.Id, Data.Runs[1].Id));
        await FindAsync(page, "[aria-label=Documents]");
        return page;
    }
}
