using SynthDataGen.Client.Export;
using SynthDataGen.Client.Review;
using SynthDataGen.Web.Parts;
using SynthDataGen.Web.Review.Grid;

namespace SynthDataGen.Web.Export;

/// <summary>What an export contains and leaves out, in words.</summary>
public static class ExportWords
{
    /// <summary>For RAFT: the default number of distractors.</summary>
    public const int UsualDistractors = 4;

    /// <summary>For RAFT: the default percentage of rows with the oracle.</summary>
    public const int UsualOracleShare = 80;

    /// <summary>A packaging in words.</summary>
    public static string Packaging(string? packaging) => packaging switch
    {
        null or "files" => "Plain files",
        "hugging-face" => "Hugging Face",
        "llama-factory" => "LLaMA-Factory",
        _ => packaging,
    };

    /// <summary>The words after the number of pairs that were left out.</summary>
    public static string Reason(LeftOut one, string format)
    {
        ArgumentNullException.ThrowIfNull(one);
        return one.Reason switch
        {
            "duplicate" => "near-duplicates of another pair",
            "leak" => "near-duplicates of a pair in another part",
            "contaminated" => one.Benchmark is null ? "repeating a benchmark" : $"repeating the benchmark {one.Benchmark}",
            "balance" => "over the balance limit",
            "not-expressible" => NotExpressible(format),
            var reason => reason,
        };
    }

    /// <summary>The words after the number of pairs that deserve a look.</summary>
    public static string Warning(string code, long count) => code switch
    {
        "stale" => "from documents that have changed since",
        "personal-data" => "with personal data",
        "flagged" => count == 1 ? "is flagged" : "are flagged",
        "pending" => "not yet reviewed",
        "rejected" => "that were rejected",
        "missing-evidence" => "whose evidence was not found in the text",
        _ => code,
    };

    /// <summary>The filter for the pairs that a warning is about.</summary>
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

    /// <summary>The filter for the list of pairs, in which no status means all of them.</summary>
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

    /// <summary>"keep one of each near-duplicate, equal numbers of each type".</summary>
    public static string Spread(ExportSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var alike = settings.KeepDuplicates ? "keep near-duplicates" : "keep one of each near-duplicate";
        return settings.Balance switch
        {
            null => alike,
            { Most: { } most } balance => $"{alike}, at most {Words.Number(most)} per {balance.By}",
            var balance => $"{alike}, equal numbers of each {balance.By}",
        };
    }

    /// <summary>"4 distractors, the oracle in 80 % of the rows".</summary>
    public static string Contexts(ExportSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return $"{settings.Distractors ?? UsualDistractors} distractors, the oracle in {settings.OracleShare ?? UsualOracleShare} % of the rows";
    }

    /// <summary>What pairs need to fit a format that can't hold all of them.</summary>
    public static string MadeOf(string format) => format switch
    {
        "squad" => "SQuAD needs pairs whose answer, or a quote for it, is in the text.",
        "dpo" => "DPO needs answers that a reviewer edited.",
        _ => "",
    };

    private static string NotExpressible(string format) => format switch
    {
        "squad" => "without a match in the text",
        "dpo" => "whose answer was never edited",
        _ => "that don't fit this format",
    };
}
