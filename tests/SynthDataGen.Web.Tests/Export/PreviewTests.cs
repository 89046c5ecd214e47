using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SynthDataGen.Client.Export;
using SynthDataGen.Client.Workspaces;
using SynthDataGen.Web.Export.Preview;
using SynthDataGen.Web.Tests.CannedApi;
using SynthDataGen.Web.Tests.Review;
using SynthDataGen.Web.Workspaces;

namespace SynthDataGen.Web.Tests.Export;

public sealed class PreviewTests : WebTest
{
    private readonly SteppedTime time = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Services.AddSingleton<TimeProvider>(time);
    }

    [Fact]
    public async Task Rows_are_formatted_as_text()
    {
        Data.Pairs[38] = Data.Pairs[38] with { Question = "<script>alert(1)</script> „ü“ 😀?" };
        var pane = Render<RowsPane>(part => part.Add(one => one.Settings, new()));
        (await FindAsync(pane, Id("preview-row"))).TextContent.ShouldStartWith("{\n  \"question\": \"<script>alert(1)</script> „ü“ ");
        pane.FindAll("script").ShouldBeEmpty();
        pane.Find("code").TextContent.ShouldBe("data.json");
    }

    [Fact]
    public async Task A_table_keeps_its_rows_and_shows_its_header()
    {
        var pane = Render<RowsPane>(part => part.Add(one => one.Settings, new() { Format = "csv" }));
        (await FindAsync(pane, "pre.header")).TextContent.ShouldBe("question,answer");
        pane.Find(Id("preview-row")).TextContent.ShouldStartWith("\"What does the handbook say");
    }

    [Fact]
    public async Task A_format_without_fitting_pairs_says_what_it_needs()
    {
        var pane = Render<RowsPane>(part => part.Add(one => one.Settings, new() { Format = "dpo", Filter = new() { Search = "no such words" } }));
        await EventuallyAsync(pane, () => pane.Find(Id("preview")).TextContent.ShouldContain("No rows to show. DPO needs answers that a reviewer edited."));
    }

    [Fact]
    public async Task It_asks_once_the_settings_stop_changing()
    {
        var pane = await CheckedAsync(new());
        pane.Render(part => part.Add(one => one.Settings, new() { Format = "csv" }));
        pane.Render(part => part.Add(one => one.Settings, new() { Format = "kto" }));
        time.Step(TimeSpan.FromMilliseconds(299));
        Asked.ShouldBe(1);
        pane.Find(Id("check")).GetAttribute("aria-busy").ShouldBe("true");

        time.Step(TimeSpan.FromMilliseconds(1));
        await EventuallyAsync(pane, () => pane.Find(Id("check")).GetAttribute("aria-busy").ShouldBe("false"));
        Asked.ShouldBe(2);
    }

    [Fact]
    public async Task A_newer_request_does_not_wait_for_an_older_one()
    {
        var pane = Render<CheckPane>(part => part.Add(one => one.Settings, new() { Filter = new() { Tag = CannedExport.Slowly } }));
        await EventuallyAsync(pane, () => Asked.ShouldBe(1));
        pane.Render(part => part.Add(one => one.Settings, new() { Filter = new() { Status = "pending" } }));
        time.Step(TimeSpan.FromMilliseconds(300));
        await EventuallyAsync(pane, () => pane.Find(Id("check-count")).TextContent.ShouldBe("38 pairs"));
        pane.FindAll("[role=alert]").ShouldBeEmpty();
    }

    [Fact]
    public async Task It_counts_parts_leftovers_and_warnings()
    {
        var pane = await CheckedAsync(new() { Filter = new() { Status = "pending", Type = "factual" }, Split = new() });
        pane.FindAll($"{Id("parts")} li").Select(part => part.TextContent.Trim()).ShouldBe(["train 32 84.2 %", "validation 3 7.9 %", "test 3 7.9 %"]);
        pane.Find(Id("left-out")).TextContent.ShouldBe("Left out: 2 near-duplicates of another pair · 1 repeating the benchmark mmlu.jsonl");
        pane.FindAll($"{Id("warning")} a").Select(link => link.GetAttribute("href")).ShouldBe(["/review?status=pending&flag=any&type=factual", "/review?status=pending&flag=stale&type=factual"]);
    }

    [Fact]
    public async Task Impossible_settings_are_refused_next_to_the_button()
    {
        var pane = await CheckedAsync(new() { Filter = new() { Search = "no such words" } });
        (await FindAsync(pane, Id("refusal"))).TextContent.ShouldContain("No pair fits the filter.");
        pane.Find(Id("build-export")).HasAttribute("disabled").ShouldBeTrue();

        pane.Render(part => part.Add(one => one.Settings, new() { Filter = new() { Tag = CannedExport.Broken } }));
        time.Step(TimeSpan.FromSeconds(1));
        await EventuallyAsync(pane, () => pane.Find(Id("refusal")).TextContent.ShouldContain("No pair has the tag"));
    }

    [Fact]
    public async Task An_export_is_built_with_the_shown_settings()
    {
        DatasetExport? made = null;
        var pane = Render<CheckPane>(part => part.Add(one => one.Settings, new() { Format = "dpo" }).Add(one => one.OnBuilt, export => made = export));
        await EventuallyAsync(pane, () => pane.Find(Id("build-export")).HasAttribute("disabled").ShouldBeFalse());
        await ClickAsync(pane, Id("build-export"));
        await EventuallyAsync(pane, () => made.ShouldNotBeNull());
        Data.Exports.Exports.Single().Format.ShouldBe("dpo");
    }

    [Fact]
    public async Task A_failed_check_can_be_tried_again()
    {
        Api.Break("/check", 503, "The database does not answer.");
        var pane = Render<CheckPane>(part => part.Add(one => one.Settings, new()));
        (await FindAsync(pane, "[role=alert]")).TextContent.ShouldContain("Could not count the pairs. The database does not answer.");
        Api.Mend();
        await ClickAsync(pane, "[role=alert] button", at: 0);
        await EventuallyAsync(pane, () => pane.Find(Id("check-count")).TextContent.ShouldBe("1 pair"));
    }

    private int Asked => Api.Requests.Count(request => request.EndsWith("/check", StringComparison.Ordinal));

    private async Task<IRenderedComponent<CheckPane>> CheckedAsync(ExportSettings settings)
    {
        var pane = Render<CheckPane>(part => part.Add(one => one.Settings, settings));
        await EventuallyAsync(pane, () => pane.Find(Id("check")).GetAttribute("aria-busy").ShouldBe("false"));
        return pane;
    }
}

public sealed class ReviewersPreviewTests : WebTest
{
    private protected override May May => new(Roles.Reviewer);

    [Fact]
    public async Task A_reviewer_sees_the_check_and_who_may_build()
    {
        var pane = Render<CheckPane>(part => part.Add(one => one.Settings, new()));
        await EventuallyAsync(pane, () => pane.Find(Id("check-count")).TextContent.ShouldBe("1 pair"));
        pane.FindAll(Id("build-export")).ShouldBeEmpty();
        pane.Find(Id("check")).TextContent.ShouldContain("editors and administrators");
    }
}
