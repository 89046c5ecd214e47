using SynthDataGen.Client.Generation;

namespace SynthDataGen.Client.Review;

/// <summary>Asks for a new version of a pair.</summary>
/// <param name="Remark">What should be different, in 1–500 characters: "shorter", "about the exception".</param>
/// <param name="Version">The pair's version as seen; an outdated one causes a conflict.</param>
public sealed record NewRegeneration(string Remark, int Version);

/// <summary>A pair as a generator would rewrite it after a remark. The pair stays unchanged until somebody saves this as an edit.</summary>
public sealed record Regeneration
{
    /// <summary>Question, answer, evidence and flags; null if it failed, and <see cref="Failure"/> says why.</summary>
    public RegeneratedPair? Pair { get; init; }

    /// <summary>Why it failed, and what to do.</summary>
    public RegenerationFailure? Failure { get; init; }

    /// <summary>The generator that was asked: the pair's own or, if that was removed, the default one.</summary>
    public required string Generator { get; init; }

    /// <summary>Its model.</summary>
    public required string Model { get; init; }

    /// <summary>Tokens used by this call.</summary>
    public required TokenCounts Tokens { get; init; }

    /// <summary>Its cost, if prices are known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Whether the answer was kept from an earlier, identical request and so costs nothing.</summary>
    public required bool Kept { get; init; }
}

/// <summary>A rewritten pair.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Evidence">The words of the source that support the answer.</param>
/// <param name="Flags">Why it would deserve a look.</param>
public sealed record RegeneratedPair(string Question, string Answer, IReadOnlyList<Evidence> Evidence, IReadOnlyList<string> Flags);

/// <summary>Why a pair could not be rewritten.</summary>
/// <param name="Reason">A stable word.</param>
/// <param name="Message">What happened and what to do, in a sentence or two.</param>
public sealed record RegenerationFailure(string Reason, string Message);
