using Bunit;
using Microsoft.AspNetCore.Components;
using Radzen;
using Radzen.Blazor;
using SynthDataGen.Client.Export;
using SynthDataGen.Client.Workspaces;
using SynthDataGen.Web.Export.Snapshots;
using SynthDataGen.Web.Workspaces;

namespace SynthDataGen.Web.Tests.Export;

public sealed class SnapshotTests : WebTest
{
    private List<DatasetExport> Exports => Data.Exports.Exports;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Data.Exports.Fill();
    }

    [Fact]
    public async Task Each_state_offers_its_next_step()
    {
        var rows = await RowsAsync();
        rows.FindAll(Id("export-row")).Select(row => row.GetAttribute("data-state")).ShouldBe(["building", "failed", "ready", "cancelled", "ready"]);
        rows.Find("progress").GetAttribute("value").ShouldBe("96");
        rows.FindAll(".failure")[0].TextContent.ShouldContain("The store does not answer.");
        rows.FindAll(Id("download-export"))[0].GetAttribute("href").ShouldBe($"/download/exports/{Exports[2].Id}");
        rows.FindAll(Id("compare")).Single().GetAttribute("href").ShouldBe($"/export/{Exports[2].Id}/compare/{Exports[4].Id}");
    }

    [Fact]
    public async Task An_export_shows_progress_and_announces_its_end()
    {
        var toasts = Render<RadzenNotification>();
        var rows = await RowsAsync();
        await EventuallyAsync(rows, () => Api.Listeners.ShouldBe(1));
        Exports[0] = Exports[0] with { State = "ready", Files = Exports[4].Files };
        Api.Tell("export");
        await EventuallyAsync(rows, () => rows.Find(Id("export-row")).GetAttribute("data-state").ShouldBe("ready"));
        await EventuallyAsync(toasts, () => toasts.Markup.ShouldContain("Export 5 is ready"));
    }

    [Fact]
    public async Task A_failed_export_is_retried_and_a_running_one_cancelled()
    {
        var rows = await RowsAsync();
        await ClickAsync(rows, Id("retry-export"));
        await EventuallyAsync(rows, () => rows.FindAll(Id("export-row"))[1].GetAttribute("data-state").ShouldBe("queued"));
        await ClickAsync(rows, $"{Id("export-row")} button");
        await EventuallyAsync(rows, () => rows.Find(Id("export-row")).GetAttribute("data-state").ShouldBe("cancelled"));
    }

    [Fact]
    public async Task Deleting_an_export_asks_first()
    {
        var dialog = Render<RadzenDialog>();
        var rows = await RowsAsync();
        var deleting = ClickAsync(rows, "[aria-label='Delete export 1']");
        (await FindAsync(dialog, "#delete-export")).TextContent.ShouldContain("export 1 (ShareGPT, 1,198 pairs)");
        await SubmitAsync(dialog, "#delete-export");
        await deleting;
        await EventuallyAsync(rows, () => rows.FindAll(Id("export-row")).Count.ShouldBe(4));
    }

    [Fact]
    public async Task One_export_shows_its_settings_and_files()
    {
        var page = Render<SnapshotPage>(part => part.Add(one => one.Id, Exports[2].Id));
        await FindAsync(page, Id("files"));
        page.Find("h1").TextContent.ShouldEndWith("3");
        page.Find(Id("settings")).TextContent.ShouldContain("80 / 10 / 10, seed 7");
        page.Find(Id("left-out")).TextContent.ShouldContain("12 near-duplicates of another pair");
        page.FindAll($"{Id("files")} tbody tr").Count.ShouldBe(6);
        page.Find($"{Id("files")} code").GetAttribute("title")!.Length.ShouldBe(64);
        page.Find(Id("begin-with")).GetAttribute("href").ShouldBe("/export?type=factual&format=sharegpt&packaging=hugging-face&split=80-10-10&seed=7&system=Answer%20briefly.");
    }

    [Fact]
    public async Task A_checksum_is_copied_in_full()
    {
        var clipboard = JSInterop.SetupModule("./js/clipboard.js");
        clipboard.Setup<bool>("copy", _ => true).SetResult(true);
        var table = Render<FilesTable>(part => part.Add(one => one.Export, Exports[4]));
        await ClickAsync(table, "button");
        await EventuallyAsync(table, () => table.Find("button").TextContent.ShouldBe("Copied"));
        clipboard.Invocations["copy"].Single().Arguments.ShouldBe([Exports[4].Files[0].Sha256]);
    }

    [Fact]
    public async Task A_comparison_counts_and_links_to_the_pairs()
    {
        var page = Render<ComparePage>(part => part.Add(one => one.Id, Exports[2].Id).Add(one => one.With, Exports[4].Id));
        (await FindAsync(page, Id("added"))).TextContent.ShouldBe("12");
        page.FindAll(Id("difference")).Select(row => row.Children[2].TextContent).ShouldBe(["train", "train", "train → test"]);
        page.Find($"{Id("difference")} a").GetAttribute("href").ShouldBe($"/review/desk?pair={Data.Pairs[0].Id}");
        page.FindAll(Id("difference"))[1].TextContent.ShouldContain("a deleted pair");

        await ChangeAsync(page, "[name=with]", Exports[4].Id.ToString());
        Address.Uri.ShouldEndWith($"/export/{Exports[2].Id}/compare/{Exports[4].Id}");
    }

    [Fact]
    public async Task Identical_exports_are_reported_as_identical()
    {
        Data.Exports.Identical = true;
        var page = Render<ComparePage>(part => part.Add(one => one.Id, Exports[2].Id).Add(one => one.With, Exports[4].Id));
        (await FindAsync(page, Id("comparison"))).TextContent.ShouldContain("byte for byte");
    }

    [Fact]
    public void The_pace_follows_from_the_written_rows()
    {
        var export = Exports[0] with { Written = 100, Counts = new(400) };
        new ExportPace(export, export.CreatedAt.AddSeconds(10)).Sentence.ShouldBe("100 of 400 pairs · 10 per second, about 30 s left");
        new ExportPace(export with { Written = 0 }, export.CreatedAt).Sentence.ShouldBe("reading and splitting the pairs");
        new ExportPace(export, export.CreatedAt).Sentence.ShouldBe("100 of 400 pairs");
    }

    private async Task<IRenderedComponent<ExportRows>> RowsAsync()
    {
        var rows = Render<ExportRows>();
        await FindAsync(rows, Id("export-row"));
        return rows;
    }
}

public sealed class ReviewersSnapshotTests : WebTest
{
    private protected override May May => new(Roles.Reviewer);

    [Fact]
    public async Task A_reviewer_downloads_and_changes_nothing()
    {
        Data.Exports.Fill();
        var rows = Render<ExportRows>();
        await FindAsync(rows, Id("download-export"));
        rows.FindAll("button").ShouldBeEmpty();
    }
}
