using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SynthDataGen.Client;
using SynthDataGen.Client.Export;
using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Tests.CannedApi;

/// <summary>Exports; a started one stays queued until a test, or a second look, moves it on.</summary>
internal sealed class CannedExport
{
    /// <summary>A tag whose answer never comes.</summary>
    public const string Slowly = "slowly";

    /// <summary>A tag that no export can be built from.</summary>
    public const string Broken = "broken";

    private readonly CannedServer server;

    private CannedExport(CannedServer server) => this.server = server;

    private CannedExports Data => server.Data.Exports;

    public static void Map(IEndpointRouteBuilder app, CannedServer server)
    {
        var (canned, routes) = (new CannedExport(server), app.MapGroup("/api/v1/workspaces/{ws}/exports"));
        routes.MapGet("", () => new Page<DatasetExport>(canned.Data.Exports, null));
        routes.MapPost("", (ExportSettings settings) => canned.Start(settings));
        routes.MapPost("/preview", canned.PreviewAsync);
        routes.MapPost("/check", canned.CheckAsync);
        routes.MapPost("/seed", (ExportSettings settings) => settings with { Seed = 42 });
        routes.MapGet("/{id:guid}", (Guid id) => canned.Data.Exports.Find(one => one.Id == id) is { } found ? Results.Ok(found) : CannedServer.Problem(404, "not-found", "There is no such export."));
        routes.MapPost("/{id:guid}/cancel", (Guid id) => canned.Change(id, one => one with { State = "cancelled" }));
        routes.MapPost("/{id:guid}/retry", (Guid id) => canned.Change(id, one => one with { State = "queued", Failure = null }));
        routes.MapDelete("/{id:guid}", (Guid id) => { canned.Data.Exports.RemoveAll(one => one.Id == id); return Results.NoContent(); });
        routes.MapGet("/{id:guid}/download", (Guid id) => Results.Bytes(Encoding.UTF8.GetBytes("PK"), "application/zip"));
        routes.MapGet("/{id:guid}/file", (Guid id, string name) => Results.Text(name == "report.html" ? "<h1>Report</h1>" : "{}\n"));
        routes.MapGet("/{id:guid}/compare", (Guid id, Guid with) => canned.Compare(id, with));
        routes.MapGet("/presets", () => new Page<ExportPreset>(canned.Data.Presets, null));
        routes.MapPost("/presets", (NewExportPreset preset) => canned.Save(preset));
        routes.MapDelete("/presets/{id:guid}", (Guid id) => { canned.Data.Presets.RemoveAll(one => one.Id == id); return Results.NoContent(); });
        routes.MapGet("/benchmarks", () => new Page<Benchmark>(canned.Data.Benchmarks, null));
        routes.MapPost("/benchmarks", (IFormFile file) => canned.Upload(file)).DisableAntiforgery();
        routes.MapDelete("/benchmarks/{id:guid}", (Guid id) => { canned.Data.Benchmarks.RemoveAll(one => one.Id == id); return Results.NoContent(); });
    }

    private DatasetExport Start(ExportSettings settings)
    {
        var count = Chosen(settings).Count;
        var made = new DatasetExport
        {
            Id = Guid.CreateVersion7(), Number = Data.Exports.Count + 1, Format = settings.Format, State = "queued", Failure = null,
            Settings = settings, Written = 0, Counts = CannedExports.Dealt(count, settings.Split), LeftOut = [], Files = [],
            CreatedBy = "admin", CreatedAt = TimeProvider.System.GetUtcNow(), FinishedAt = null,
        };
        Data.Exports.Insert(0, made);
        server.Tell("export");
        return made;
    }

    private DatasetExport Change(Guid id, Func<DatasetExport, DatasetExport> change)
    {
        var at = Data.Exports.FindIndex(one => one.Id == id);
        Data.Exports[at] = change(Data.Exports[at]);
        server.Tell("export");
        return Data.Exports[at];
    }

    private async Task<ExportPreview> PreviewAsync(ExportSettings settings, CancellationToken cancellationToken)
    {
        await BeSlowAsync(settings, cancellationToken);
        var rows = Chosen(settings).Take(5).Select(pair => settings.Format == "csv"
            ? $"\"{pair.Question}\",\"{pair.Answer}\""
            : JsonSerializer.Serialize(new { question = pair.Question, answer = pair.Answer, system = settings.System, page = pair.Evidence[0].Page })).ToList();
        return new(rows, settings.Format == "csv" ? "csv" : "json", settings.Split is null ? $"data.{settings.Format}" : "train.jsonl", settings.Format == "csv" ? "question,answer" : null);
    }

    private async Task<IResult> CheckAsync(ExportSettings settings, CancellationToken cancellationToken)
    {
        await BeSlowAsync(settings, cancellationToken);
        if (settings.Filter?.Tag == Broken)
        {
            return CannedServer.Problem(400, "unknown-tag", "No pair has the tag “broken”. Choose another one.");
        }

        var pairs = Chosen(settings);
        var flagged = pairs.Count(pair => pair.Flags.Count > 0);
        return Results.Ok(new ExportCheck(
            CannedExports.Dealt(pairs.Count, settings.Split), settings.KeepDuplicates ? [] : [new("duplicate", 2), new("contaminated", 1, "mmlu.jsonl")],
            flagged > 0 ? [new("flagged", flagged), new("stale", 1)] : [], pairs.Count == 0 ? "No pair fits the filter. Approve some pairs, or choose others." : null));
    }

    /// <summary>Long enough to fail a test that waits for the answer; the caller gives up before.</summary>
    private static Task BeSlowAsync(ExportSettings settings, CancellationToken cancellationToken) =>
        settings.Filter?.Tag == Slowly ? Task.Delay(TimeSpan.FromMinutes(1), cancellationToken) : Task.CompletedTask;

    private IReadOnlyList<Pair> Chosen(ExportSettings settings)
    {
        var filter = settings.Filter ?? new();
        return CannedFilter.Of(server.Data, filter with { Status = filter.Status ?? "approved" });
    }

    private ExportComparison Compare(Guid id, Guid with)
    {
        var pair = server.Data.Pairs[0];
        return Data.Identical
            ? new() { With = with, Identical = true, Added = 0, Removed = 0, Changed = 0, Moved = 0, Examples = [] }
            : new()
            {
                With = with, Identical = false, Added = 12, Removed = 1, Changed = 3, Moved = 1,
                Examples = [
                new() { Kind = "added", PairId = pair.Id, Question = pair.Question, Before = null, After = "train" }, new() { Kind = "removed", PairId = Guid.CreateVersion7(), Question = null, Before = "train", After = null },
                new() { Kind = "moved", PairId = server.Data.Pairs[1].Id, Question = server.Data.Pairs[1].Question, Before = "train", After = "test" },
            ],
            };
    }

    private ExportPreset Save(NewExportPreset preset)
    {
        Data.Presets.RemoveAll(one => one.Name == preset.Name);
        Data.Presets.Add(new(Guid.CreateVersion7(), preset.Name, preset.Settings));
        return Data.Presets[^1];
    }

    private Benchmark Upload(IFormFile file)
    {
        Data.Benchmarks.Add(new(Guid.CreateVersion7(), file.FileName, file.Length, TimeProvider.System.GetUtcNow()));
        return Data.Benchmarks[^1];
    }
}

/// <summary>Exports, presets and benchmarks.</summary>
internal sealed class CannedExports
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    public List<DatasetExport> Exports { get; } = [];

    public List<ExportPreset> Presets { get; } = [];

    public List<Benchmark> Benchmarks { get; } = [];

    /// <summary>Whether all exports are the same.</summary>
    public bool Identical { get; set; }

    /// <summary>One in each state, newest first.</summary>
    public void Fill()
    {
        var sharegpt = new ExportSettings
        {
            Format = "sharegpt", Filter = new() { Type = "factual" }, Split = new(), Seed = 7, System = "Answer briefly.",
            Packaging = "hugging-face", Benchmarks = [], Distractors = 4, OracleShare = 80,
        };
        Exports.AddRange(
        [
            Made(5, new() { Format = "jsonl" }, "building", 240) with { Written = 96, CreatedAt = Now.AddSeconds(-4) },
            Made(4, new() { Format = "dpo" }, "failed", 0) with { Failure = "The store does not answer. Look whether it runs, and retry.", Counts = null },
            Made(3, sharegpt, "ready", 1_240) with { Files = Files("data/train-00000-of-00001.jsonl", "data/validation-00000-of-00001.jsonl", "data/test-00000-of-00001.jsonl", "README.md", "manifest.json", "report.html"), LeftOut = [new("duplicate", 12), new("contaminated", 2, "mmlu.jsonl")] },
            Made(2, new() { Format = "csv" }, "cancelled", 900),
            Made(1, sharegpt, "ready", 1_198) with { Files = Files("train.jsonl", "manifest.json", "report.html") },
        ]);
        Presets.Add(new(Guid.CreateVersion7(), "Chat, without flags", new() { Format = "sharegpt", Filter = new() { Flag = "none" }, Split = new Split(90, 5, 5), Seed = 3 }));
        Benchmarks.Add(new(Guid.CreateVersion7(), "mmlu.jsonl", 14_042, Now.AddDays(-1)));
    }

    public static ExportCounts Dealt(long count, Split? split) => split is null
        ? new(count)
        : new(count, count - (count * split.Validation / 100) - (count * split.Test / 100), count * split.Validation / 100, count * split.Test / 100);

    public static IReadOnlyList<ExportFile> Files(params string[] names) =>
        [.. names.Select(name => new ExportFile(name, 48_211 * name.Length, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name))), name.EndsWith(".jsonl", StringComparison.Ordinal) ? 992 : null))];

    private static DatasetExport Made(int number, ExportSettings settings, string state, long count) =>
        new()
        {
            Id = Guid.CreateVersion7(), Number = number, Format = settings.Format, State = state, Failure = null, Settings = settings,
            Written = 0, Counts = Dealt(count, settings.Split), LeftOut = [], Files = [], CreatedBy = "admin",
            CreatedAt = Now.AddHours(number - 30), FinishedAt = null,
        };
}
