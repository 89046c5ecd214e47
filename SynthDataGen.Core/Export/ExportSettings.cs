using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Export;

/// <summary>How the files of an export lie together.</summary>
public enum Packaging
{
    /// <summary>A file a part.</summary>
    Files,

    /// <summary>A dataset folder as the Hugging Face hub has it, with its card.</summary>
    HuggingFace,

    /// <summary>With a <c>dataset_info.json</c> for LLaMA-Factory.</summary>
    LlamaFactory,
}

/// <summary>What an export is to hold, and how.</summary>
/// <param name="Format">The name of a format.</param>
/// <param name="Query">Which pairs; without a status those that the format is for.</param>
public sealed record ExportSettings(string Format, PairQuery Query)
{
    /// <summary>Fewest and most distractors of a row, and how many there are unless somebody says otherwise.</summary>
    public const int MinDistractors = 1;
    public const int MaxDistractors = 10;
    public const int UsualDistractors = 4;

    /// <summary>In how many rows of a hundred the right context stands, unless somebody says otherwise (RAFT, Zhang et al. 2024: P = 80 %).</summary>
    public const int UsualOracleShare = 80;

    /// <summary>Longest system message, in characters.</summary>
    public const int MaxSystemLength = 10_000;

    public Packaging Packaging { get; init; }

    /// <summary>The system message of each row; null: none.</summary>
    public string? System { get; init; }

    /// <summary>How the pairs are dealt out; null: they all are to train with.</summary>
    public Split? Split { get; init; }

    /// <summary>Another one deals, balances and draws otherwise; the same one likewise.</summary>
    public int Seed { get; init; }

    /// <summary>Whether pairs that are worded alike all stay.</summary>
    public bool KeepDuplicates { get; init; }
    public Balance? Balance { get; init; }

    /// <summary>Benchmarks whose texts no pair may repeat.</summary>
    public IReadOnlyList<Guid> Benchmarks { get; init; } = [];

    /// <summary>The fields of a row, for formats that let one choose; null: the format's own.</summary>
    public IReadOnlyList<ExportField>? Fields { get; init; }
    public int Distractors { get; init; } = UsualDistractors;
    public int OracleShare { get; init; } = UsualOracleShare;
}

/// <summary>Shares in per cent, together 100.</summary>
public sealed record Split(int Train, int Validation, int Test);

/// <summary>What pairs are counted by when a kind is bounded.</summary>
public enum BalanceBy
{
    Type,
    Difficulty,
    Document,
}

/// <summary>Bounds how many pairs of one kind there are.</summary>
/// <param name="By">What makes a kind.</param>
/// <param name="Most">Most of each, at least 1; null: as many as the smallest kind has.</param>
public sealed record Balance(BalanceBy By, int? Most);

/// <summary>A field of a row.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Holds">What it holds.</param>
public sealed record ExportField(string Name, string Holds);
