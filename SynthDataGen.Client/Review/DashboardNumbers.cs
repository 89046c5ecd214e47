using SynthDataGen.Client.Generation;

namespace SynthDataGen.Client.Review;

/// <summary>How reviewers judge the workspace's pairs.</summary>
public sealed record DashboardNumbers
{
    /// <summary>From documents to exported pairs.</summary>
    public required FunnelCounts Funnel { get; init; }

    /// <summary>By run, the newest first; at most 100.</summary>
    public required IReadOnlyList<Acceptance> Runs { get; init; }

    /// <summary>By model.</summary>
    public required IReadOnlyList<Acceptance> Models { get; init; }

    /// <summary>By template and its version.</summary>
    public required IReadOnlyList<Acceptance> Templates { get; init; }

    /// <summary>By question type.</summary>
    public required IReadOnlyList<Acceptance> Types { get; init; }

    /// <summary>By document, those with the most decisions first; at most 100.</summary>
    public required IReadOnlyList<Acceptance> Documents { get; init; }

    /// <summary>Current rejections by reason; an empty name: no reason given. At most 20.</summary>
    public required IReadOnlyList<NamedCount> Reasons { get; init; }

    /// <summary>By person.</summary>
    public required IReadOnlyList<ReviewerPace> Reviewers { get; init; }

    /// <summary>Decisions on pairs with each flag.</summary>
    public required IReadOnlyList<CheckVerdict> Checks { get; init; }

    /// <summary>Rejected pairs that had a flag: how many of the bad pairs the checks caught.</summary>
    public required long RejectedWithFlag { get; init; }

    /// <summary>Current decisions by day in UTC, the oldest first; the last 30 days that have any.</summary>
    public required IReadOnlyList<ReviewDay> Days { get; init; }

    /// <summary>Tokens and money.</summary>
    public required Spending Spending { get; init; }
}

/// <summary>From documents to exported pairs.</summary>
public sealed record FunnelCounts
{
    /// <summary>Documents that were read.</summary>
    public required long Documents { get; init; }

    /// <summary>Their chunks.</summary>
    public required long Chunks { get; init; }

    /// <summary>Contexts that yielded pairs.</summary>
    public required long Contexts { get; init; }

    /// <summary>Pairs.</summary>
    public required long Pairs { get; init; }

    /// <summary>Those of them that are approved.</summary>
    public required long Approved { get; init; }

    /// <summary>Pairs in the newest finished export; 0: there is none.</summary>
    public long Exported { get; init; }
}

/// <summary>Decisions on a group of pairs.</summary>
public sealed record Acceptance
{
    /// <summary>What the group has in common.</summary>
    public required string Name { get; init; }

    /// <summary>The run's or document's id; null for the rest.</summary>
    public Guid? Id { get; init; }

    /// <summary>Approved ones.</summary>
    public required long Approved { get; init; }

    /// <summary>Rejected ones.</summary>
    public required long Rejected { get; init; }

    /// <summary>Pending ones.</summary>
    public required long Pending { get; init; }

    /// <summary>Share of approved pairs among those decided, 0–1; null: none is decided.</summary>
    public double? Share => Approved + Rejected > 0 ? (double)Approved / (Approved + Rejected) : null;
}

/// <summary>One person's decisions.</summary>
public sealed record ReviewerPace
{
    /// <summary>Who.</summary>
    public required string Name { get; init; }

    /// <summary>Approved as they were.</summary>
    public required long Approved { get; init; }

    /// <summary>Edited and approved.</summary>
    public required long Edited { get; init; }

    /// <summary>Rejected.</summary>
    public required long Rejected { get; init; }

    /// <summary>Decisions per hour without bulk decisions, over the ten-minute stretches that have any; 0: none.</summary>
    public required double PerHour { get; init; }
}

/// <summary>Decisions on pairs that a check flagged.</summary>
/// <param name="Flag">The flag.</param>
/// <param name="Rejected">Flagged pairs that were rejected: the check was right.</param>
/// <param name="Approved">Flagged pairs that were approved, edited or not.</param>
/// <param name="Pending">Flagged pairs that are pending.</param>
public sealed record CheckVerdict(string Flag, long Rejected, long Approved, long Pending)
{
    /// <summary>The check's precision, 0–1; null: none is decided.</summary>
    public double? Precision => Approved + Rejected > 0 ? (double)Rejected / (Approved + Rejected) : null;
}

/// <summary>Decisions of one day.</summary>
public sealed record ReviewDay(DateOnly Day, long Approved, long Edited, long Rejected);

/// <summary>What all runs used and cost.</summary>
/// <param name="Tokens">Tokens, the judge's included.</param>
/// <param name="Cost">Their cost at today's prices; null: no price is known.</param>
/// <param name="TokensPerAccepted">Tokens for each approved pair; null: none is approved.</param>
/// <param name="CostPerAccepted">Cost of each approved pair; null: none is approved, or no price is known.</param>
public sealed record Spending(TokenCounts Tokens, decimal? Cost, double? TokensPerAccepted, decimal? CostPerAccepted);

/// <summary>One chunk of a document, and what was made of it.</summary>
public sealed record ChunkHeat
{
    /// <summary>Its place in the document, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Offset of its first unit.</summary>
    public required int Start { get; init; }

    /// <summary>The 1-based page on which it begins.</summary>
    public required int Page { get; init; }

    /// <summary>The innermost heading above it; empty: none.</summary>
    public required string Heading { get; init; }

    /// <summary>
    /// covered (it yielded pairs), asked (a generator saw it and wrote none), waiting (no generator has seen it), boilerplate (never asked about).
    /// </summary>
    public required string State { get; init; }

    /// <summary>Pairs whose evidence begins in it.</summary>
    public required int Pairs { get; init; }

    /// <summary>Those of them that are approved.</summary>
    public required int Approved { get; init; }
}
