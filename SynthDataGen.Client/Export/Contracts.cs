using SynthDataGen.Client.Review;

namespace SynthDataGen.Client.Export;

/// <summary>The one-click export: approved pairs, without their history.</summary>
public sealed record ExportedDataset(DateTimeOffset ExportedAt, string Workspace, long Count, IReadOnlyList<Pair> Pairs);

/// <summary>Shares of whole documents in percent; they add up to 100. All pairs of a document or a cluster go into one part.</summary>
/// <param name="Train">To train with, 0–100.</param>
/// <param name="Validation">To select by during training, 0–100.</param>
/// <param name="Test">To evaluate with, 0–100.</param>
public sealed record Split(int Train = 80, int Validation = 10, int Test = 10);

/// <summary>Limits how many pairs of one kind there are.</summary>
/// <param name="By">type, difficulty or document.</param>
/// <param name="Most">Most of each kind; null: as many as the smallest kind has.</param>
public sealed record Balance(string By, int? Most = null);

/// <summary>A field of a row.</summary>
/// <param name="Name">Its name in the row, 1–100 characters.</param>
/// <param name="Holds">What it holds, one of <see cref="ExportFields"/>.</param>
public sealed record ExportField(string Name, string Holds);

/// <summary>A snapshot of chosen pairs in one format with one split; once ready it does not change.</summary>
public sealed record DatasetExport
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its number in the workspace, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The settings' format.</summary>
    public required string Format { get; init; }

    /// <summary>queued, building, ready, failed, cancelled.</summary>
    public required string State { get; init; }

    /// <summary>Why it failed, in one sentence.</summary>
    public string? Failure { get; init; }

    /// <summary>The requested settings.</summary>
    public required ExportSettings Settings { get; init; }

    /// <summary>Pairs written so far.</summary>
    public required long Written { get; init; }

    /// <summary>How many pairs it contains, or will contain while it is being built; null: not known yet.</summary>
    public ExportCounts? Counts { get; init; }

    /// <summary>Pairs that match the filter but are left out, by reason.</summary>
    public required IReadOnlyList<LeftOut> LeftOut { get; init; }

    /// <summary>Its files: data, manifest, report; empty until it is ready.</summary>
    public required IReadOnlyList<ExportFile> Files { get; init; }

    /// <summary>Who asked for it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was finished, failed or was cancelled.</summary>
    public DateTimeOffset? FinishedAt { get; init; }
}

/// <summary>How many pairs.</summary>
/// <param name="Total">In all.</param>
/// <param name="Train">Of these, to train with; null: there is no split.</param>
/// <param name="Validation">To choose by.</param>
/// <param name="Test">To judge by.</param>
public sealed record ExportCounts(long Total, long? Train = null, long? Validation = null, long? Test = null);

/// <summary>Pairs that match the filter but are not exported.</summary>
/// <param name="Reason">
/// duplicate (worded like one that is in), leak (worded like one in another part), contaminated (repeats a benchmark), balance (more of its kind
/// than were asked for), not-expressible (the format cannot hold it).
/// </param>
/// <param name="Count">How many.</param>
/// <param name="Benchmark">With contaminated: which benchmark, by its name.</param>
public sealed record LeftOut(string Reason, long Count, string? Benchmark = null);

/// <summary>A file of an export.</summary>
/// <param name="Name">Its name, including the packaging's folders.</param>
/// <param name="SizeBytes">Its length.</param>
/// <param name="Sha256">SHA-256 of its bytes, in lower-case hexadecimal.</param>
/// <param name="Rows">How many rows of data it has; null: it contains none.</param>
public sealed record ExportFile(string Name, long SizeBytes, string Sha256, long? Rows = null);

/// <summary>The first rows of an export.</summary>
/// <param name="Rows">The first rows as they would be in the file, each as text.</param>
/// <param name="Language">json or csv.</param>
/// <param name="FileName">The file that would contain them.</param>
/// <param name="Header">With csv: the header line.</param>
public sealed record ExportPreview(IReadOnlyList<string> Rows, string Language, string FileName, string? Header = null);

/// <summary>What an export would contain.</summary>
/// <param name="Counts">How many pairs.</param>
/// <param name="LeftOut">Pairs that match the filter but would be left out.</param>
/// <param name="Warnings">What to check first.</param>
/// <param name="Refusal">Why it can't be built, in a sentence that says what to do; null: it can.</param>
public sealed record ExportCheck(ExportCounts Counts, IReadOnlyList<LeftOut> LeftOut, IReadOnlyList<ExportWarning> Warnings, string? Refusal = null);

/// <summary>Pairs to check before they are exported.</summary>
/// <param name="Code">stale, personal-data, flagged (another flag), pending or rejected (a status that was asked for), missing-evidence.</param>
/// <param name="Count">How many.</param>
public sealed record ExportWarning(string Code, long Count);

/// <summary>How an export differs from another.</summary>
public sealed record ExportComparison
{
    /// <summary>The other, older one.</summary>
    public required Guid With { get; init; }

    /// <summary>Whether all files have the same bytes.</summary>
    public required bool Identical { get; init; }

    /// <summary>Pairs that only this one contains.</summary>
    public required long Added { get; init; }

    /// <summary>Pairs that only the other one contains.</summary>
    public required long Removed { get; init; }

    /// <summary>Pairs whose content differs.</summary>
    public required long Changed { get; init; }

    /// <summary>Pairs that are in another part.</summary>
    public required long Moved { get; init; }

    /// <summary>Some of each.</summary>
    public required IReadOnlyList<ExportDifference> Examples { get; init; }
}

/// <summary>A pair that differs.</summary>
public sealed record ExportDifference
{
    /// <summary>added, removed, changed, moved.</summary>
    public required string Kind { get; init; }

    /// <summary>The pair.</summary>
    public required Guid PairId { get; init; }

    /// <summary>Its current question; null: the pair is gone.</summary>
    public string? Question { get; init; }

    /// <summary>Its part in the other export; null: it is not in it, or there is no split.</summary>
    public string? Before { get; init; }

    /// <summary>Its part in this export, likewise.</summary>
    public string? After { get; init; }
}

/// <summary>Named settings to start an export with.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">1–100 characters, once in a workspace.</param>
/// <param name="Settings">The settings.</param>
public sealed record ExportPreset(Guid Id, string Name, ExportSettings Settings);

/// <summary>A preset to save; one of the same name is replaced.</summary>
/// <param name="Name">1–100 characters.</param>
/// <param name="Settings">The settings.</param>
public sealed record NewExportPreset(string Name, ExportSettings Settings);

/// <summary>Texts that a model is evaluated with and so must not be trained on.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The name of the file that was uploaded.</param>
/// <param name="Texts">How many texts it has.</param>
/// <param name="CreatedAt">When it was uploaded.</param>
public sealed record Benchmark(Guid Id, string Name, long Texts, DateTimeOffset CreatedAt);

/// <summary>What a field of a row can contain.</summary>
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
