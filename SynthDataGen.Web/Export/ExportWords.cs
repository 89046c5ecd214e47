using SynthDataGen.Client.Export;
using SynthDataGen.Client.Review;
using SynthDataGen.Web.Parts;
using SynthDataGen.Web.Review.Grid;

namespace SynthDataGen.Web.Export;

/// <summary>What an export holds and leaves out, as people read it.</summary>
public static class ExportWords
{
    /// <summary>With RAFT: how many other contexts there are unless somebody says otherwise.</summary>
    public const int UsualDistractors = 4;

    /// <summary>With RAFT: in how many rows of a hundred the right context stands unless somebody says otherwise.</summary>
    public const int UsualOracleShare = 80;

    /// <summary>The ways in which files can lie together.</summary>
    public static string Packaging(string? packaging) => packaging switch
    {
        null or "files" => "Plain files",
        "hugging-face" => "Hugging Face",
        "llama-factory" => "LLaMA-Factory",
        _ => packaging,
    };

    /// <summary>What follows the number of pairs that were left out.</summary>
    public static string Reason(LeftOut one, string format)
    {
        ArgumentNullException.ThrowIfNull(one);
        return one.Reason switch
        {
            "duplicate" => "worded like another that is in",
            "leak" => "worded like one in another part",
            "contaminated" => one.Benchmark is null ? "repeating a benchmark" : $"repeating the benchmark {one.Benchmark}",
            "balance" => "more of their kind than asked for",
            "not-expressible" => NotExpressible(format),
            var reason => reason,
        };
    }

    /// <summary>What follows the number of pairs that deserve a look.</summary>
    public static string Warning(string code) => code switch
    {
        "stale" => "of documents that have changed since",
        "personal-data" => "with personal data",
        "flagged" => "with another flag",
        "pending" => "not yet reviewed",
        "rejected" => "that were rejected",
        "missing-evidence" => "whose evidence was not found in the text",
        _ => code,
    };

    /// <summary>The list of the pairs that a warning speaks of.</summary>
    public static PairFilter Shown(string warning, PairFilter asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return warning switch
        {
            "pending" or "rejected" => asked with { Status = warning },
            "missing-evidence" => asked with { Flag = "ungrounded" },
            "flagged" => asked with { Flag = "any" },
            _ => asked with { Flag = warning },
        };
    }

    /// <summary>The filter as the list of pairs has it, where no status means all of them.</summary>
    public static PairFilter InList(ExportSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var filter = settings.Filter ?? new();
        return filter with { Sort = null, Status = filter.Status ?? (settings.Format == "kto" ? null : "approved") };
    }

    /// <summary>"approved, type: factual".</summary>
    public static string Pairs(ExportSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var filter = settings.Filter ?? new();
        var status = filter.Status switch
        {
            null => settings.Format == "kto" ? "approved and rejected" : "approved",
            "pending" => "waiting",
            var other => other,
        };
        return string.Join(", ", [status, .. filter.DocumentId is null ? [] : new[] { "one document" }, .. FilterWords.Parts(filter).Select(part => part.Word)]);
    }

    /// <summary>"80 / 10 / 10, seed 7".</summary>
    public static string Split(ExportSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Split is { } split ? $"{split.Train} / {split.Validation} / {split.Test}, seed {settings.Seed}" : "none";
    }

    /// <summary>"the first of each that are worded alike, as many of each type".</summary>
    public static string Spread(ExportSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var alike = settings.KeepDuplicates ? "all that are worded alike" : "one of those worded alike";
        return settings.Balance switch
        {
            null => alike,
            { Most: { } most } balance => $"{alike}, at most {Words.Number(most)} per {balance.By}",
            var balance => $"{alike}, as many of each {balance.By}",
        };
    }

    /// <summary>"4 beside the right one, which stands in 80 % of the rows".</summary>
    public static string Contexts(ExportSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return $"{settings.Distractors ?? UsualDistractors} beside the right one, which stands in {settings.OracleShare ?? UsualOracleShare} % of the rows";
    }

    /// <summary>What pairs have to be to stand in a format that cannot hold all of them.</summary>
    public static string MadeOf(string format) => format switch
    {
        "squad" => "SQuAD holds pairs whose answer, or a quote for it, stands in the text.",
        "dpo" => "DPO is made of answers that a reviewer edited.",
        _ => "",
    };

    private static string NotExpressible(string format) => format switch
    {
        "squad" => "without words in the text to point at",
        "dpo" => "whose answer was never edited",
        _ => "that this format cannot hold",
    };
}
