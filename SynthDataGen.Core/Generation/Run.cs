using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Generation;

/// <summary>The state of a run.</summary>
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
    /// <summary>The most further rounds for pairs missing from an exact total, before somebody has to ask for more.</summary>
    public const int MaxTopUps = 3;

    public Guid Id { get; init; }
    public Guid WorkspaceId { get; init; }
    public Guid RecipeId { get; init; }
    public Guid GeneratorId { get; init; }

    /// <summary>The generator's name and model at the start.</summary>
    public required string GeneratorName { get; init; }
    public required string Model { get; init; }
    public required RecipeSettings Recipe { get; init; }

    /// <summary>The generator that judges the pairs; null: none does.</summary>
    public Guid? JudgeGeneratorId { get; set; }

    /// <summary>The chosen documents; null: all that are ready when the run is planned.</summary>
    public IReadOnlyList<Guid>? DocumentIds { get; init; }

    /// <summary>The most pairs in total; null: no bound.</summary>
    public int? MaxPairs { get; init; }

    /// <summary>Whether <see cref="MaxPairs"/> must be reached: further rounds ask for missing pairs.</summary>
    public bool Exactly { get; init; }

    /// <summary>Further rounds started.</summary>
    public int TopUps { get; set; }

    /// <summary>Further rounds left, unless somebody resumes the run.</summary>
    public int TopUpsLeft { get; set; } = MaxTopUps;

    /// <summary>The most money to spend, in the currency of the generator's prices; null: no bound.</summary>
    public decimal? Budget { get; set; }

    /// <summary>Money spent, plus the estimate for calls in flight; kept only for runs with a budget.</summary>
    public decimal Committed { get; set; }
    public RunState State { get; set; }

    /// <summary>How often it was resumed; work handed out before no longer counts.</summary>
    public int Resumptions { get; set; }

    /// <summary>Why it is paused and what to do about it.</summary>
    public string? PauseReason { get; set; }

    /// <summary>When a paused run resumes by itself; null: only when somebody resumes it.</summary>
    public DateTimeOffset? ResumesAt { get; set; }
    public required string StartedBy { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; set; }
}

/// <summary>The state of a run item.</summary>
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

    /// <summary>Estimated tokens of the generator's model, including the header.</summary>
    public int Tokens { get; init; }

    /// <summary>The further stretches of a multi-hop context; the other properties are those of the first.</summary>
    public IReadOnlyList<ContextSpan> Further { get; init; } = [];

    /// <summary>Most pairs to ask for.</summary>
    public int Pairs { get; init; }

    /// <summary>Its further round, from 1; 0: the first pass.</summary>
    public int TopUp { get; init; }

    /// <summary>The first item that asked about this context; null: this one.</summary>
    public Guid? RepeatsId { get; init; }
    public IReadOnlyList<string> HeadingPath { get; init; } = [];

    /// <summary>The head of the table that the context starts inside; the generator is shown it above the context.</summary>
    public TextSpan? Header { get; init; }
    public RunItemState State { get; init; }

    /// <summary>How often it was retried after it or the judging of its pairs failed; answers of earlier rounds do not count.</summary>
    public int Round { get; init; }
    public string? FailureReason { get; init; }
    public string? FailureMessage { get; init; }

    /// <summary>The endpoint's error, or the unusable answer; null: nothing.</summary>
    public string? FailureReply { get; init; }
    public int InputTokens { get; init; }
    public int OutputTokens { get; init; }

    /// <summary>Tokens of the judge's answers, which have separate prices.</summary>
    public int JudgeInputTokens { get; init; }
    public int JudgeOutputTokens { get; init; }

    /// <summary>Why its pairs were not judged, though they should have been.</summary>
    public string? JudgeFailureReason { get; init; }
    public string? JudgeFailureMessage { get; init; }

    /// <summary>Whether its unjudged pairs are to be judged now, after the run ended.</summary>
    public bool ToJudge { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The context that it asks about.</summary>
    public ContextSpan ToSpan() => new(FirstChunk, LastChunk, Start, End, Tokens, HeadingPath, Header) { Further = Further };
}

/// <summary>A generator's answer, kept before it is read, so it is never paid for twice.</summary>
public sealed class ModelCall
{
    public Guid Id { get; init; }
    public Guid RunItemId { get; init; }

    /// <summary>The item's round at the time.</summary>
    public int Round { get; init; }

    /// <summary>Whether it is from the judge.</summary>
    public bool ByJudge { get; init; }

    /// <summary>SHA-256 of the whole request: generator, model, prompt, settings.</summary>
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
