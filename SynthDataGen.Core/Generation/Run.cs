using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Generation;

/// <summary>Where a run stands.</summary>
public enum RunState
{
    Planned,
    Running,
    Paused,
    Finished,
    FinishedWithFailures,
    Cancelled,
    OverBudget,
}

/// <summary>One execution of a recipe over chosen documents.</summary>
public sealed class Run
{
    /// <summary>Most further rounds for what is missing from an exact total, before somebody has to ask for more.</summary>
    public const int MaxTopUps = 3;

    public Guid Id { get; init; }
    public Guid WorkspaceId { get; init; }
    public Guid RecipeId { get; init; }
    public Guid GeneratorId { get; init; }

    /// <summary>The generator's name and model as of the start.</summary>
    public required string GeneratorName { get; init; }
    public required string Model { get; init; }
    public required RecipeSettings Recipe { get; init; }

    /// <summary>The generator that judges the pairs; null: none does.</summary>
    public Guid? JudgeGeneratorId { get; set; }

    /// <summary>The chosen documents; null: all that are ready when the run is planned.</summary>
    public IReadOnlyList<Guid>? DocumentIds { get; init; }

    /// <summary>Most pairs in all; null: no bound.</summary>
    public int? MaxPairs { get; init; }

    /// <summary>Whether <see cref="MaxPairs"/> is to be reached: what is missing is asked for in further rounds.</summary>
    public bool Exactly { get; init; }

    /// <summary>Further rounds that were begun.</summary>
    public int TopUps { get; set; }

    /// <summary>Further rounds that there may be yet, unless somebody resumes the run.</summary>
    public int TopUpsLeft { get; set; } = MaxTopUps;

    /// <summary>Most money to spend, in the currency of the generator's prices; null: no bound.</summary>
    public decimal? Budget { get; set; }

    /// <summary>Money spent and, as estimated, being spent by calls in flight; kept for runs with a budget only.</summary>
    public decimal Committed { get; set; }
    public RunState State { get; set; }

    /// <summary>How often it went on after it had stopped; work that was handed out before counts no more.</summary>
    public int Resumptions { get; set; }

    /// <summary>Why it is paused and what to do about it, in a sentence.</summary>
    public string? PauseReason { get; set; }

    /// <summary>When a paused run tries again by itself; null: when somebody resumes it.</summary>
    public DateTimeOffset? ResumesAt { get; set; }
    public required string StartedBy { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; set; }
}

/// <summary>Where a run item stands.</summary>
public enum RunItemState
{
    Pending,
    Succeeded,
    Failed,
}

/// <summary>One context of a run: asked once, saved once.</summary>
public sealed class RunItem
{
    public Guid Id { get; init; }
    public Guid RunId { get; init; }
    public Guid DocumentId { get; init; }
    public Guid RevisionId { get; init; }
    public int Ordinal { get; init; }
    public int FirstChunk { get; init; }
    public int LastChunk { get; init; }
    public int Start { get; init; }
    public int End { get; init; }

    /// <summary>Estimated tokens of the generator's model, the header's included.</summary>
    public int Tokens { get; init; }

    /// <summary>The further stretches of a multi-hop context; its other properties are those of the first.</summary>
    public IReadOnlyList<ContextSpan> Further { get; init; } = [];

    /// <summary>Most pairs to ask for.</summary>
    public int Pairs { get; init; }

    /// <summary>The further round that it belongs to, from 1; 0: the first pass.</summary>
    public int TopUp { get; init; }

    /// <summary>The item that asked about this context first; null: this one does.</summary>
    public Guid? RepeatsId { get; init; }
    public IReadOnlyList<string> HeadingPath { get; init; } = [];

    /// <summary>The head of the table that the context begins amid: the generator is shown it above the context.</summary>
    public TextSpan? Header { get; init; }
    public RunItemState State { get; init; }

    /// <summary>How often it was tried again after it, or the judging of its pairs, had failed; answers of an earlier round do not count in a later one.</summary>
    public int Round { get; init; }
    public string? FailureReason { get; init; }
    public string? FailureMessage { get; init; }

    /// <summary>What the endpoint said instead of an answer, or the answer that was of no use; null: nothing.</summary>
    public string? FailureReply { get; init; }
    public int InputTokens { get; init; }
    public int OutputTokens { get; init; }

    /// <summary>Tokens of the judge's answers: they have prices of their own.</summary>
    public int JudgeInputTokens { get; init; }
    public int JudgeOutputTokens { get; init; }

    /// <summary>Why its pairs were not judged, though they should have been.</summary>
    public string? JudgeFailureReason { get; init; }
    public string? JudgeFailureMessage { get; init; }

    /// <summary>Whether those of its pairs that were not judged are to be judged now, after the run had ended.</summary>
    public bool ToJudge { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The context that it asks about.</summary>
    public ContextSpan ToSpan() => new(FirstChunk, LastChunk, Start, End, Tokens, HeadingPath, Header) { Further = Further };
}

/// <summary>An answer that a generator gave, kept before it is read, so that it is never paid for twice.</summary>
public sealed class ModelCall
{
    public Guid Id { get; init; }
    public Guid RunItemId { get; init; }

    /// <summary>The item's round when it was given.</summary>
    public int Round { get; init; }

    /// <summary>Whether the judge gave it.</summary>
    public bool ByJudge { get; init; }

    /// <summary>SHA-256 of all that was asked: generator, model, prompt, settings.</summary>
    public required string RequestHash { get; init; }
    public required string Content { get; init; }
    public required string FinishReason { get; init; }

    /// <summary>Tokens of the prompt by our own estimate.</summary>
    public int EstimatedTokens { get; init; }
    public int InputTokens { get; init; }
    public int OutputTokens { get; init; }
    public required string Model { get; init; }
    public DateTimeOffset At { get; init; }
}
