using SynthDataGen.Client.Review;

namespace SynthDataGen.Client.Export;

/// <summary>The one-click export: approved pairs, without their history.</summary>
public sealed record ExportedDataset(DateTimeOffset ExportedAt, string Workspace, long Count, IReadOnlyList<Pair> Pairs);

/// <summary>What an export is to hold, and how.</summary>
/// <param name="Format">json, jsonl, alpaca, sharegpt, openai, prompt-completion, squad, dpo, kto, raft, csv.</param>
/// <param name="Filter">Which pairs; approved ones unless it names a status (<c>kto</c>: approved and rejected ones). Its order does not count. Null: all approved.</param>
/// <param name="Split">How the pairs are dealt out; null: one part.</param>
/// <param name="Seed">Another one deals, balances and draws otherwise; the same one likewise.</param>
/// <param name="System">With sharegpt, openai and alpaca: the system message of each row, at most 10,000 characters; null: none.</param>
/// <param name="Packaging"><c>files</c> (the default), <c>hugging-face</c> (a dataset folder with its card), <c>llama-factory</c> (with <c>dataset_info.json</c>).</param>
/// <param name="KeepDuplicates">Whether pairs that are worded alike all stay; else the first of each cluster does.</param>
/// <param name="Balance">How many of a kind there are to be at most; null: as many as there are.</param>
/// <param name="Benchmarks">Benchmarks whose texts no pair may repeat.</param>
/// <param name="Fields">With jsonl and csv: which fields a row has, in this order; null: the format's own.</param>
/// <param name="Distractors">With raft: how many other contexts stand beside the right one, 1–10.</param>
/// <param name="OracleShare">With raft: in how many rows of a hundred the right context stands among them, 0–100.</param>
public sealed record ExportSettings(
    string Format = "json",
    PairFilter? Filter = null,
    Split? Split = null,
    int Seed = 0,
    string? System = null,
    string? Packaging = null,
    bool KeepDuplicates = false,
    Balance? Balance = null,
    IReadOnlyList<Guid>? Benchmarks = null,
    IReadOnlyList<ExportField>? Fields = null,
    int? Distractors = null,
    int? OracleShare = null);

/// <summary>Shares of whole documents in per cent; together 100. All pairs of a document and all of a cluster come into one part.</summary>
/// <param name="Train">To train with, 0–100.</param>
/// <param name="Validation">To choose by while training, 0–100.</param>
/// <param name="Test">To judge the outcome by, 0–100.</param>
public sealed record Split(int Train = 80, int Validation = 10, int Test = 10);

/// <summary>Bounds how many pairs of one kind there are.</summary>
/// <param name="By">type, difficulty or document.</param>
/// <param name="Most">Most of each kind; null: as many as the smallest kind has.</param>
public sealed record Balance(string By, int? Most = null);

/// <summary>A field of a row.</summary>
/// <param name="Name">Its name in the row, 1–100 characters.</param>
/// <param name="Holds">What it holds, one of <see cref="ExportFields"/>.</param>
public sealed record ExportField(string Name, string Holds);

/// <summary>A snapshot of chosen pairs in one format with one split; once ready it does not change.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number in the workspace, from 1.</param>
/// <param name="Format">The settings' format.</param>
/// <param name="State">queued, building, ready, failed, cancelled.</param>
/// <param name="Failure">Why it failed, in a sentence.</param>
/// <param name="Settings">What was asked for.</param>
/// <param name="Written">Pairs that were written so far.</param>
/// <param name="Counts">How many pairs it holds; while it is being built: is to hold; null: not yet known.</param>
/// <param name="LeftOut">Pairs that fit the filter and are not in it, by reason.</param>
/// <param name="Files">What it is made of: data, manifest, report; empty until it is ready.</param>
/// <param name="CreatedBy">Who asked for it.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="FinishedAt">When it was ready, failed or was cancelled.</param>
public sealed record DatasetExport(
    Guid Id,
    int Number,
    string Format,
    string State,
    string? Failure,
    ExportSettings Settings,
    long Written,
    ExportCounts? Counts,
    IReadOnlyList<LeftOut> LeftOut,
    IReadOnlyList<ExportFile> Files,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt);

/// <summary>How many pairs.</summary>
/// <param name="Total">In all.</param>
/// <param name="Train">Of these to train with; null: there is no split.</param>
/// <param name="Validation">To choose by.</param>
/// <param name="Test">To judge by.</param>
public sealed record ExportCounts(long Total, long? Train = null, long? Validation = null, long? Test = null);

/// <summary>Pairs that fit the filter and are not exported.</summary>
/// <param name="Reason">
/// duplicate (worded like one that is in), leak (worded like one in another part), contaminated (repeats a benchmark), balance (more of its kind
/// than were asked for), not-expressible (the format cannot hold it).
/// </param>
/// <param name="Count">How many.</param>
/// <param name="Benchmark">With contaminated: which benchmark, by its name.</param>
public sealed record LeftOut(string Reason, long Count, string? Benchmark = null);

/// <summary>A file of an export.</summary>
/// <param name="Name">Its name, with folders as the packaging has them.</param>
/// <param name="SizeBytes">Its length.</param>
/// <param name="Sha256">SHA-256 of its bytes, in lower-case hexadecimal.</param>
/// <param name="Rows">How many rows of data it has; null: it holds none.</param>
public sealed record ExportFile(string Name, long SizeBytes, string Sha256, long? Rows = null);

/// <summary>The beginning of what would be written.</summary>
/// <param name="Rows">The first rows as they would stand in the file, each as text.</param>
/// <param name="Language">json or csv.</param>
/// <param name="FileName">The file that they would stand in.</param>
/// <param name="Header">With csv: the line above them.</param>
public sealed record ExportPreview(IReadOnlyList<string> Rows, string Language, string FileName, string? Header = null);

/// <summary>What an export would hold.</summary>
/// <param name="Counts">How many pairs.</param>
/// <param name="LeftOut">Those that fit the filter and would not be in it.</param>
/// <param name="Warnings">What to look at first.</param>
/// <param name="Refusal">Why it cannot be built, in a sentence that says what to do; null: it can.</param>
public sealed record ExportCheck(ExportCounts Counts, IReadOnlyList<LeftOut> LeftOut, IReadOnlyList<ExportWarning> Warnings, string? Refusal = null);

/// <summary>Pairs that would be exported and deserve a look first.</summary>
/// <param name="Code">stale, personal-data, flagged (another flag), pending or rejected (a status that was asked for), missing-evidence.</param>
/// <param name="Count">How many.</param>
public sealed record ExportWarning(string Code, long Count);

/// <summary>What is different from another export.</summary>
/// <param name="With">The other, older one.</param>
/// <param name="Identical">Whether all files have the same bytes.</param>
/// <param name="Added">Pairs that only this one holds.</param>
/// <param name="Removed">Pairs that only the other one holds.</param>
/// <param name="Changed">Pairs that both hold in other words.</param>
/// <param name="Moved">Pairs that stand in another part.</param>
/// <param name="Examples">Some of each.</param>
public sealed record ExportComparison(
    Guid With, bool Identical, long Added, long Removed, long Changed, long Moved, IReadOnlyList<ExportDifference> Examples);

/// <summary>One pair that is different.</summary>
/// <param name="Kind">added, removed, changed, moved.</param>
/// <param name="PairId">The pair.</param>
/// <param name="Question">Its question as it stands now; null: the pair is gone.</param>
/// <param name="Before">The other export's part; null: it is not in it, or that one has no split.</param>
/// <param name="After">This export's part, likewise.</param>
public sealed record ExportDifference(string Kind, Guid PairId, string? Question, string? Before, string? After);

/// <summary>Settings under a name, to begin an export with.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">1–100 characters, once in a workspace.</param>
/// <param name="Settings">The settings.</param>
public sealed record ExportPreset(Guid Id, string Name, ExportSettings Settings);

/// <summary>A preset to save; one of the same name is replaced.</summary>
/// <param name="Name">1–100 characters.</param>
/// <param name="Settings">The settings.</param>
public sealed record NewExportPreset(string Name, ExportSettings Settings);

/// <summary>Texts that a model is to be judged by, so that it must not be trained with them.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The name of the file that was uploaded.</param>
/// <param name="Texts">How many texts it has.</param>
/// <param name="CreatedAt">When it was uploaded.</param>
public sealed record Benchmark(Guid Id, string Name, long Texts, DateTimeOffset CreatedAt);

/// <summary>What a field of a row can hold.</summary>
public static class ExportFields
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "question", "answer", "evidence", "quote", "context", "system", "type", "difficulty", "persona", "flags", "tags", "status", "score",
        "document", "sha256", "revision", "page", "headingPath", "recipe", "generator", "model", "template", "templateVersion",
        "decidedBy", "decidedAt", "createdAt", "id", "version", "run", "part",
    ];
}
