using SynthDataGen.Core.Export.Planning;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Export;

/// <summary>How the files of an export are arranged.</summary>
public enum Packaging
{
    /// <summary>One file per part.</summary>
    Files,

    /// <summary>A dataset folder for the Hugging Face hub, with its card.</summary>
    HuggingFace,

    /// <summary>With a <c>dataset_info.json</c> for LLaMA-Factory.</summary>
    LlamaFactory,
}

/// <summary>What an export contains, and how.</summary>
/// <param name="Format">The name of a format.</param>
/// <param name="Query">Which pairs; without a status, those that the format is for.</param>
public sealed record ExportSettings(string Format, PairQuery Query)
{
    /// <summary>The fewest and most distractors of a row, and the default.</summary>
    public const int MinDistractors = 1;
    public const int MaxDistractors = 10;
    public const int UsualDistractors = 4;

    /// <summary>The default percentage of rows that show the right context (RAFT, Zhang et al. 2024: P = 80 %).</summary>
    public const int UsualOracleShare = 80;

    /// <summary>The longest system message, in characters.</summary>
    public const int MaxSystemLength = 10_000;

    public Packaging Packaging { get; init; }

    /// <summary>The system message of each row; null: none.</summary>
    public string? System { get; init; }

    /// <summary>How the pairs are dealt out; null: all are for training.</summary>
    public Split? Split { get; init; }

    /// <summary>Decides how pairs are dealt, balanced and drawn. The same seed repeats the result.</summary>
    public int Seed { get; init; }

    /// <summary>Whether similarly worded pairs all stay.</summary>
    public bool KeepDuplicates { get; init; }
    public Balance? Balance { get; init; }

    /// <summary>The benchmarks whose texts no pair may repeat.</summary>
    public IReadOnlyList<Guid> Benchmarks { get; init; } = [];

    /// <summary>The fields of a row, for formats with a choice; null: the format's own.</summary>
    public IReadOnlyList<ExportField>? Fields { get; init; }
    public int Distractors { get; init; } = UsualDistractors;
    public int OracleShare { get; init; } = UsualOracleShare;
}

/// <summary>The purpose of a share of an export.</summary>
public enum Part : byte
{
    /// <summary>To train with; the whole of an export without a split.</summary>
    Train,

    /// <summary>To choose by while training.</summary>
    Validation,

    /// <summary>To judge the outcome by.</summary>
    Test,
}

/// <summary>Shares in per cent, which add up to 100.</summary>
public sealed record Split(int Train, int Validation, int Test)
{
    /// <summary>The parts with a share, in their order; without a split, the one part for everything.</summary>
    public static IReadOnlyList<Part> PartsOf(Split? split) => split is null
        ? [Part.Train]
        : [.. Enum.GetValues<Part>().Where(part => split.ShareOf(part) > 0)];

    /// <summary>The share of a part, in per cent.</summary>
    public int ShareOf(Part part) => part switch
    {
        Part.Train => Train,
        Part.Validation => Validation,
        _ => Test,
    };

    /// <summary>
    /// The part of a document. It follows from the document's id, the seed and the shares alone, so that documents that come or go move no
    /// other one. The more documents there are, the closer the parts come to their shares.
    /// </summary>
    public Part PartOf(Guid documentId, int seed)
    {
        var place = Chance.Of(documentId, seed) * 100;
        return place < Train ? Part.Train
            : place < Train + Validation ? Part.Validation
            : Part.Test;
    }
}

/// <summary>What makes a kind of pairs for a balance.</summary>
public enum BalanceBy
{
    Type,
    Difficulty,
    Document,
}

/// <summary>Limits the number of pairs of each kind.</summary>
/// <param name="By">What makes a kind.</param>
/// <param name="Most">The most of each, at least 1; null: as many as the smallest kind has.</param>
public sealed record Balance(BalanceBy By, int? Most);

/// <summary>A field of a row.</summary>
/// <param name="Name">Its name in the row.</param>
/// <param name="Holds">What it holds.</param>
public sealed record ExportField(string Name, string Holds);

/// <summary>Export settings saved under a name.</summary>
public sealed class ExportPreset
{
    public const int MaxNameLength = 100;

    public Guid Id { get; init; }
    public Guid WorkspaceId { get; init; }
    public required string Name { get; init; }
    public required ExportSettings Settings { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
}
