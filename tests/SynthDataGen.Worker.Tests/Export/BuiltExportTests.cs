using System.Security.Cryptography;
using System.Text.Json;
using SynthDataGen.Core.Data.Export;
using SynthDataGen.Core.Data.Documents;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Export.Building;
using SynthDataGen.Core.Export.Planning;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Worker.Tests.Export;

/// <summary>Exports as workers build them, over one stack whose pairs no test changes.</summary>
public sealed class BuiltExportTests(BuiltExportTests.Pairs pairs) : IClassFixture<BuiltExportTests.Pairs>
{
    private const int Documents = 6;

    private readonly ExportDesk desk = pairs.Stack.Exports;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_export_has_all_approved_pairs_and_a_correct_manifest()
    {
        var export = await desk.FinishAsync(ExportDesk.Json);

        (export.State, export.Failure, export.Counts).ShouldBe((ExportState.Ready, null, new ExportCounts(2 * Documents)));
        export.Files.Select(file => file.Name).ShouldBe(["data.json", "index.csv", "report.html", "manifest.json"]);
        foreach (var file in export.Files)
        {
            var bytes = await desk.BytesAsync(export, file.Name);
            (bytes.LongLength, Convert.ToHexStringLower(SHA256.HashData(bytes))).ShouldBe((file.SizeBytes, file.Sha256));
        }

        using var data = JsonDocument.Parse(await desk.BytesAsync(export, "data.json"));
        data.RootElement.GetProperty("count").GetInt32().ShouldBe(2 * Documents);
        data.RootElement.GetProperty("pairs").GetArrayLength().ShouldBe(2 * Documents);
        using var manifest = JsonDocument.Parse(await desk.BytesAsync(export, "manifest.json"));
        manifest.RootElement.GetProperty("reviewers").GetProperty("Maria").GetInt32().ShouldBe(2 * Documents);
        manifest.RootElement.GetProperty("newestDecisionAt").GetDateTimeOffset().ShouldBe(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        manifest.RootElement.GetProperty("files").GetArrayLength().ShouldBe(3);
    }

    [Theory]
    [InlineData("jsonl", Packaging.HuggingFace)]
    [InlineData("raft", Packaging.Files)]
    [InlineData("openai", Packaging.Files)]
    [InlineData("alpaca", Packaging.LlamaFactory)]
    [InlineData("squad", Packaging.Files)]
    [InlineData("csv", Packaging.Files)]
    public async Task The_same_settings_and_pairs_give_the_same_bytes(string format, Packaging packaging)
    {
        var settings = await FittedAsync(new(format, new()) { Packaging = packaging, Split = new(50, 25, 25), System = "Be brief." });
        var (one, other) = (await desk.StartAsync(settings), await desk.StartAsync(settings));
        var (first, second) = (await desk.EndAsync(one.Id), await desk.EndAsync(other.Id));

        (first.State, first.Failure).ShouldBe((ExportState.Ready, null));
        second.Files.ShouldBe(first.Files);
        second.Number.ShouldBe(first.Number + 1);
        (await desk.BytesAsync(second, ExportManifest.FileName)).ShouldBe(await desk.BytesAsync(first, ExportManifest.FileName));
    }

    [Fact]
    public async Task No_document_is_in_two_parts()
    {
        var settings = await FittedAsync(new("jsonl", new()) { Split = new(50, 25, 25) });
        var export = await desk.FinishAsync(settings);

        var documents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in new[] { "train", "validation", "test" })
        {
            var lines = (await desk.TextAsync(export, $"{part}.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            lines.ShouldNotBeEmpty();
            foreach (var document in lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("document").GetString()!).Distinct())
            {
                documents.TryAdd(document, part).ShouldBeTrue($"{document} stands in {part} and in another part");
            }
        }

        documents.Count.ShouldBe(Documents);
    }

    [Fact]
    public async Task Distractors_are_contexts_of_the_same_part()
    {
        var settings = await FittedAsync(new("raft", new()) { Split = new(60, 40, 0), OracleShare = 100 });
        var export = await desk.FinishAsync(settings);

        var texts = new List<HashSet<string>>();
        foreach (var part in new[] { "train", "validation" })
        {
            var rows = (await desk.TextAsync(export, $"{part}.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
            var oracles = rows.Select(row => row.GetProperty("oracle_context").GetString()!).ToHashSet();
            foreach (var row in rows)
            {
                var shown = row.GetProperty("context").GetProperty("sentences").EnumerateArray().SelectMany(list => list.EnumerateArray()).Select(text => text.GetString()!).ToList();
                shown.ShouldContain(row.GetProperty("oracle_context").GetString()!);
                shown.Count.ShouldBe(Math.Min(1 + settings.Distractors, oracles.Count));
                shown.ShouldAllBe(text => oracles.Contains(text));
            }

            texts.Add(oracles);
        }

        texts[0].Overlaps(texts[1]).ShouldBeFalse();
    }

    [Fact]
    public async Task Rows_without_provenance_have_a_sidecar()
    {
        var export = await desk.FinishAsync(new("openai", new()));
        var rows = (await desk.TextAsync(export, "data.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var sources = (await desk.TextAsync(export, "provenance.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("row").GetString());
        sources.ShouldBe(rows.Select(row => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(row)))));
    }

    [Fact]
    public async Task An_empty_export_fails_with_a_sentence()
    {
        var export = await desk.FinishAsync(new("json", new() { Status = PairStatus.Rejected }));
        (export.State, export.Files.Count).ShouldBe((ExportState.Failed, 0));
        export.Failure.ShouldBe("No pair fits: approve some first, or widen the filter.");
        (await desk.KeysAsync(export.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_format_of_edits_explains_that_there_are_none()
    {
        var export = await desk.FinishAsync(new("dpo", new()));
        export.State.ShouldBe(ExportState.Failed);
        export.Failure.ShouldBe(
            "The format dpo needs pairs whose answers people changed, and no such pair fits. Edit some answers, widen the filter, or use another format.");
        await ExportDesk.SeeNoTemporaryFilesAsync(export.Id);
    }

    [Fact]
    public async Task Contaminated_pairs_are_left_out_and_counted_by_benchmark()
    {
        var known = (await pairs.Stack.LookAsync(db => Task.FromResult(db.Pairs.OrderBy(p => p.RunId).ThenBy(p => p.Ordinal).First()))).Question;
        var content = System.Text.Encoding.UTF8.GetBytes(known);
        var benchmark = (await pairs.Stack.Get<BenchmarkRecords>().AddAsync(pairs.Stack.Workspace, "held out.txt", content, Token)).ShouldNotBeNull();

        var export = await desk.FinishAsync(ExportDesk.Json with { Benchmarks = [benchmark.Id] });

        (export.State, export.Failure).ShouldBe((ExportState.Ready, null));
        export.LeftOut.ShouldHaveSingleItem().ShouldBe(new(LeaveOutReason.Contaminated, 1, "held out.txt"));
        (await desk.TextAsync(export, "data.json")).ShouldNotContain($"\"{known}\"");
    }

    [Fact]
    public async Task A_sync_reads_no_exports_or_benchmarks_as_documents()
    {
        await desk.FinishAsync(ExportDesk.Json);
        var own = $"exports/{Guid.CreateVersion7()}.md";
        await pairs.Stack.Documents.ReadAsync(own, "A text of somebody's own.");
        var known = await pairs.Stack.LookAsync(db => Task.FromResult(db.Documents.Count()));

        var counts = await pairs.Stack.Get<StoreSync>().RunAsync(pairs.Stack.Workspace, Token);

        (counts.Added, counts.Deleted).ShouldBe((0, 0));
        (await pairs.Stack.LookAsync(db => Task.FromResult(db.Documents.Count()))).ShouldBe(known);
    }

    /// <summary>The settings with a seed that leaves no part empty.</summary>
    private async Task<ExportSettings> FittedAsync(ExportSettings settings) =>
        settings with { Seed = await pairs.Stack.Get<ExportTrials>().NearestSeedAsync(pairs.Stack.Workspace, settings, Token) };

    /// <summary>A stack with a worker and approved pairs.</summary>
    public sealed class Pairs : IAsyncLifetime
    {
        public Stack Stack { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Stack = await Stack.PrepareAsync();
            await Stack.StartWorkerAsync();
            await Stack.Exports.ApprovedAsync(Documents);
        }

        public ValueTask DisposeAsync() => Stack.DisposeAsync();
    }
}
