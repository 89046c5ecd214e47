using SynthDataGen.Client.Generation;

namespace SynthDataGen.Client.Review;

/// <summary>How the workspace's pairs fare with the people who review them.</summary>
/// <param name="Funnel">From documents to exported pairs.</param>
/// <param name="Runs">By run, the newest first; at most 100.</param>
/// <param name="Models">By model.</param>
/// <param name="Templates">By template and its version.</param>
/// <param name="Types">By question type.</param>
/// <param name="Documents">By document, those with the most decisions first; at most 100.</param>
/// <param name="Reasons">Rejections that stand by reason; an empty name: none was given. At most 20.</param>
/// <param name="Reviewers">By person.</param>
/// <param name="Checks">What people decided on pairs with each flag.</param>
/// <param name="RejectedWithFlag">Rejected pairs that had any flag: what the checks found of what people found.</param>
/// <param name="Days">Decisions that stand, by day in UTC, the oldest first; the last 30 days that have any.</param>
/// <param name="Spending">Tokens and money.</param>
public sealed record DashboardNumbers(
    FunnelCounts Funnel,
    IReadOnlyList<Acceptance> Runs,
    IReadOnlyList<Acceptance> Models,
    IReadOnlyList<Acceptance> Templates,
    IReadOnlyList<Acceptance> Types,
    IReadOnlyList<Acceptance> Documents,
    IReadOnlyList<NamedCount> Reasons,
    IReadOnlyList<ReviewerPace> Reviewers,
    IReadOnlyList<CheckVerdict> Checks,
    long RejectedWithFlag,
    IReadOnlyList<ReviewDay> Days,
    Spending Spending);

/// <summary>From documents to exported pairs.</summary>
/// <param name="Documents">Documents that were read.</param>
/// <param name="Chunks">Their chunks.</param>
/// <param name="Contexts">Contexts that yielded pairs.</param>
/// <param name="Pairs">Pairs.</param>
/// <param name="Approved">Those of them that are approved.</param>
/// <param name="Exported">Pairs in the newest export that is ready; 0: none is.</param>
public sealed record FunnelCounts(long Documents, long Chunks, long Contexts, long Pairs, long Approved, long Exported = 0);

/// <summary>What people decided on some pairs.</summary>
/// <param name="Name">What they have in common.</param>
/// <param name="Id">The run's or document's id; null for the rest.</param>
/// <param name="Approved">Approved ones.</param>
/// <param name="Rejected">Rejected ones.</param>
/// <param name="Pending">Those that wait.</param>
public sealed record Acceptance(string Name, Guid? Id, long Approved, long Rejected, long Pending)
{
    /// <summary>Approved ones among those decided, 0–1; null: none is decided.</summary>
    public double? Share => Approved + Rejected > 0 ? (double)Approved / (Approved + Rejected) : null;
}

/// <summary>What one person decided.</summary>
/// <param name="Name">Who.</param>
/// <param name="Approved">Approved as they were.</param>
/// <param name="Edited">Edited and approved.</param>
/// <param name="Rejected">Rejected.</param>
/// <param name="PerHour">Decisions per hour, those in bulk left out, counting only the stretches of ten minutes in which there were any; 0: none.</param>
public sealed record ReviewerPace(string Name, long Approved, long Edited, long Rejected, double PerHour);

/// <summary>What people decided on pairs that a check flagged.</summary>
/// <param name="Flag">The flag.</param>
/// <param name="Rejected">Flagged pairs that they rejected: the check was right.</param>
/// <param name="Approved">Flagged pairs that they approved, edited or not.</param>
/// <param name="Pending">Flagged pairs that wait.</param>
public sealed record CheckVerdict(string Flag, long Rejected, long Approved, long Pending)
{
    /// <summary>The check's precision as people see it, 0–1; null: none is decided.</summary>
    public double? Precision => Approved + Rejected > 0 ? (double)Rejected / (Approved + Rejected) : null;
}

/// <summary>Decisions of one day.</summary>
public sealed record ReviewDay(DateOnly Day, long Approved, long Edited, long Rejected);

/// <summary>What all runs used.</summary>
/// <param name="Tokens">Tokens, the judge's included.</param>
/// <param name="Cost">What they cost at today's prices; null: no price is known.</param>
/// <param name="TokensPerAccepted">Tokens for each approved pair; null: none is approved.</param>
/// <param name="CostPerAccepted">Money for each approved pair; null: none is approved, or no price is known.</param>
public sealed record Spending(TokenCounts Tokens, decimal? Cost, double? TokensPerAccepted, decimal? CostPerAccepted);

/// <summary>One chunk of a document, and what was made of it.</summary>
/// <param name="Ordinal">Its place in the document, from 0.</param>
/// <param name="Start">Offset of its first unit.</param>
/// <param name="Page">The 1-based page on which it begins.</param>
/// <param name="Heading">What it stands under; empty: nothing.</param>
/// <param name="State">covered (pairs came of it), asked (a generator saw it and made none of it), waiting (none saw it), boilerplate (none is to).</param>
/// <param name="Pairs">Pairs whose evidence begins in it.</param>
/// <param name="Approved">Those of them that are approved.</param>
public sealed record ChunkHeat(int Ordinal, int Start, int Page, string Heading, string State, int Pairs, int Approved);
