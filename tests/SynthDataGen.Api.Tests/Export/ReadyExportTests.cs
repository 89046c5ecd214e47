using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using SynthDataGen.Client;
using SynthDataGen.Client.Export;
using SynthDataGen.Client.Review;
using SynthDataGen.Core.Data.Export;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Export.Building;
using SynthDataGen.Core.Export.Formats;
using SynthDataGen.Core.Workspaces;
using DatasetExport = SynthDataGen.Client.Export.DatasetExport;
using ExportFile = SynthDataGen.Core.Export.ExportFile;
using ExportSettings = SynthDataGen.Client.Export.ExportSettings;

namespace SynthDataGen.Api.Tests.Export;

/// <summary>What callers get of built exports, which are built like in the worker.</summary>
public sealed class ReadyExportTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private const string Report = "<h1>What a model wrote</h1><script>alert(1)</script>";

    private ExportClient Exports => api.Workspace.Export;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_archive_holds_all_files_and_has_the_same_bytes_each_time()
    {
        var (export, _) = await ReadyAsync(4);
        var (first, second) = (await BytesAsync(await Exports.OpenAsync(export.Id, Token)), await BytesAsync(await Exports.OpenAsync(export.Id, Token)));

        second.ShouldBe(first);
        using var archive = new ZipArchive(new MemoryStream(first));
        archive.Entries.Select(entry => entry.FullName).ShouldBe(export.Files.Select(file => file.Name));
        foreach (var (entry, file) in archive.Entries.Zip(export.Files))
        {
            Convert.ToHexStringLower(SHA256.HashData(await BytesAsync(await entry.OpenAsync(Token)))).ShouldBe(file.Sha256);
        }
    }

    [Fact]
    public async Task Files_are_found_by_exact_name_and_sandboxed()
    {
        var (export, _) = await ReadyAsync(1);
        var data = await FileAsync(export.Id, "data.jsonl");
        (data.Content.Headers.ContentType!.MediaType, data.Content.Headers.ContentDisposition!.DispositionType).ShouldBe(("application/x-ndjson", "attachment"));
        var report = await FileAsync(export.Id, "report.html");
        (await report.Content.ReadAsStringAsync(Token)).ShouldBe(Report);
        report.Content.Headers.ContentDisposition.ShouldBeNull();
        report.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("sandbox;");
        report.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        foreach (var name in new[] { "../../data.jsonl", "nothing.json", "" })
        {
            (await FileAsync(export.Id, name)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Two_exports_are_compared_pair_by_pair()
    {
        var (older, pairs) = await ReadyAsync(4);
        var same = await BuildAsync(older.Settings);
        await api.Workspace.Review.DecideAsync(pairs[0].Id, new("edit", pairs[0].Version) { Answer = "Just one kilogram." }, Token);
        await api.Workspace.Review.DecideAsync(pairs[1].Id, new("reject", pairs[1].Version), Token);
        var newer = await BuildAsync(older.Settings);

        (await Exports.CompareAsync(same.Id, older.Id, Token)).ShouldSatisfyAllConditions(
            none => none.Identical.ShouldBeTrue(),
            none => (none.Added, none.Removed, none.Changed, none.Moved, none.Examples.Count).ShouldBe((0, 0, 0, 0, 0)));
        var some = await Exports.CompareAsync(newer.Id, older.Id, Token);
        (some.Identical, some.Added, some.Removed, some.Changed, some.Moved).ShouldBe((false, 0, 1, 1, 0));
        some.Examples.ShouldBe([new() { Kind = "removed", PairId = pairs[1].Id, Question = pairs[1].Question, Before = null, After = null }, new() { Kind = "changed", PairId = pairs[0].Id, Question = pairs[0].Question, Before = null, After = null }]);
        (await Exports.CompareAsync(older.Id, newer.Id, Token)).Added.ShouldBe(1);
    }

    [Fact]
    public async Task The_dashboard_shows_the_size_of_the_newest_export()
    {
        await ReadyAsync(3);
        (await api.Workspace.Review.GetDashboardAsync(Token)).Funnel.Exported.ShouldBe(3);
    }

    [Fact]
    public async Task Only_administrators_delete_exports()
    {
        var (export, _) = await ReadyAsync(1);
        var editor = (await api.People.AddAsync("Ed", "editor")).Workspace("default").Export;
        (await Should.ThrowAsync<SynthDataGenException>(() => editor.DeleteAsync(export.Id, Token))).Code.ShouldBe("not-allowed");
        await Exports.DeleteAsync(export.Id, Token);
        (await Exports.ListAsync(cancellationToken: Token)).Items.ShouldNotContain(other => other.Id == export.Id);
    }

    /// <summary>An export of some approved pairs.</summary>
    private async Task<(DatasetExport Export, IReadOnlyList<Pair> Pairs)> ReadyAsync(int count)
    {
        var run = (await api.Seed.PairsAsync(count))[0].RunId;
        await api.Workspace.Review.DecideAsync(new BulkDecision("approve") { Filter = new() { RunId = run } }, Token);
        var pairs = (await api.Workspace.Review.ListAsync(new() { RunId = run }, cancellationToken: Token)).Items;
        return (await BuildAsync(new() { Format = "jsonl", Filter = new() { RunId = run } }), pairs);
    }

    private async Task<DatasetExport> BuildAsync(ExportSettings settings)
    {
        var started = await Exports.StartAsync(settings, Token);
        var (records, planner, store) = (api.Get<BuildRecords>(), api.Get<ExportPlanner>(), api.Get<ExportStore>());
        var workspace = (await api.Get<Core.Data.Workspaces.WorkspaceRecords>().FindAsync(Workspace.DefaultName, Token))!;
        var export = (await records.BeginAsync(started.Id, Token))!;
        using var folder = new BuildFolder(export);
        await using var snapshot = await planner.OpenAsync(workspace, export.Settings, Token);
        var planned = await planner.PlanAsync(snapshot, workspace, export.Settings, Token);
        var order = new ExportOrder(workspace.Name, ExportPlanner.FormatOf(export.Settings), export.Settings, planned.Plan);
        ExportFile[] files = [.. await WriteAsync(order, snapshot, folder), await folder.WriteAsync("report.html", Encoding.UTF8.GetBytes(Report), Token)];
        foreach (var file in files)
        {
            await store.PutAsync(workspace.Bucket, export, folder, file, Token);
        }

        (await records.FinishAsync(export, planned.Tally, files, Token)).ShouldBeTrue();
        return await Exports.GetAsync(started.Id, Token);
    }

    private static async Task<IReadOnlyList<ExportFile>> WriteAsync(ExportOrder order, ExportSnapshot snapshot, BuildFolder folder)
    {
        await using var writer = new ExportWriter(order, folder);
        await foreach (var batch in snapshot.ReadAsync(FormatNeeds.None, Token))
        {
            foreach (var pair in batch)
            {
                await writer.WriteAsync(pair, Token);
            }
        }

        return (await writer.CompleteAsync(Token)).Files;
    }

    private async Task<HttpResponseMessage> FileAsync(Guid id, string name)
    {
        using var http = api.CreateClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", api.Credentials.ApiKey);
        return await http.GetAsync(new Uri($"/api/v1/workspaces/default/exports/{id}/file?name={Uri.EscapeDataString(name)}", UriKind.Relative), Token);
    }

    private static async Task<byte[]> BytesAsync(Stream stream)
    {
        await using var _ = stream;
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, Token);
        return bytes.ToArray();
    }
}
