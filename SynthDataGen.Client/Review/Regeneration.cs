using SynthDataGen.Client.Generation;

namespace SynthDataGen.Client.Review;

/// <summary>Asks for a pair anew.</summary>
/// <param name="Remark">What is to be different, in 1–500 characters: "shorter", "about the exception".</param>
/// <param name="Version">The pair's version as seen; an older one is answered with a conflict.</param>
public sealed record NewRegeneration(string Remark, int Version);

/// <summary>A pair as a generator would have it after a remark. The pair stays as it is until somebody makes an edit of this.</summary>
public sealed record Regeneration
{
    /// <summary>Question, answer, evidence and flags; null: there are none, and <see cref="Failure"/> says why.</summary>
    public RegeneratedPair? Pair { get; init; }

    /// <summary>Why not, and what to do.</summary>
    public RegenerationFailure? Failure { get; init; }

    /// <summary>Who was asked: the pair's generator or, where that was taken away, the default one.</summary>
    public required string Generator { get; init; }

    /// <summary>Its model.</summary>
    public required string Model { get; init; }

    /// <summary>What was used for it now.</summary>
    public required TokenCounts Tokens { get; init; }

    /// <summary>What that cost, where prices are known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Whether the answer was kept from the first time that this was asked, and so costs nothing now.</summary>
    public required bool Kept { get; init; }
}

/// <summary>A pair as it could be.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Evidence">The words of the source that support the answer.</param>
/// <param name="Flags">Why it would deserve a look.</param>
public sealed record RegeneratedPair(string Question, string Answer, IReadOnlyList<Evidence> Evidence, IReadOnlyList<string> Flags);

/// <summary>Why a pair could not be written anew.</summary>
/// <param name="Reason">A stable word.</param>
/// <param name="Message">What happened and what to do, in a sentence or two.</param>
public sealed record RegenerationFailure(string Reason, string Message);
