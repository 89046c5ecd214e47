namespace SynthDataGen.Core.Pairs;

/// <summary>The status of a pair.</summary>
public enum PairStatus
{
    Pending,
    Approved,
    Rejected,
}

/// <summary>Question, answer, evidence, provenance, flags and status. Only decisions change it, through the methods below.</summary>
public sealed class Pair
{
    public const int MaxTextLength = 100_000;

    public Guid Id { get; init; }
    public Guid WorkspaceId { get; init; }
    public Guid DocumentId { get; init; }
    public Guid RevisionId { get; init; }
    public Guid RunId { get; init; }
    public Guid RunItemId { get; init; }

    /// <summary>The first pair of its cluster, which is worded like this one; null: it is the first itself.</summary>
    public Guid? ClusterId { get; private set; }

    /// <summary>Its context's ordinal in the run.</summary>
    public int Context { get; init; }

    /// <summary>Its ordinal in its context.</summary>
    public int Ordinal { get; init; }
    public required string Question { get; set; }
    public required string Answer { get; set; }
    public IReadOnlyList<Evidence> Evidence { get; set; } = [];
    public required string QuestionType { get; init; }
    public string? Difficulty { get; init; }
    public string? Persona { get; init; }
    public IReadOnlyList<string> Flags { get; set; } = [];

    /// <summary>The judge's opinion of the original pair; null: it was not judged.</summary>
    public Judgement? Judgement { get; init; }

    /// <summary>The judge's score, 1–5, to rank by; null: it was not judged.</summary>
    public int? JudgeScore { get; init; }

    /// <summary>How much it needs a look (<see cref="Pairs.Doubt"/>), as the database computes it.</summary>
    public int Doubt { get; private set; }

    /// <summary>Tags by which people find it again, in no particular order.</summary>
    public IReadOnlyList<string> Tags { get; private set; } = [];

    /// <summary>The person who should review it; null: anybody.</summary>
    public string? Assignee { get; private set; }
    public PairStatus Status { get; private set; }

    /// <summary>Increases by one with every decision; a decision names the version that it was made on.</summary>
    public int Version { get; private set; } = 1;
    public IReadOnlyList<string> HeadingPath { get; init; } = [];
    public required string GeneratorName { get; init; }
    public required string Model { get; init; }
    public required string Template { get; init; }
    public required string TemplateVersion { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who made the current decision, and when; null: nobody yet.</summary>
    public string? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>The current state of everything that a decision can change.</summary>
    public PairContent Content => new(Status, Question, Answer, Evidence, Flags, Tags) { ClusterId = ClusterId, Assignee = Assignee ?? "" };

    public Decision Decide(Verdict verdict, string by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return Decide(verdict.Action, by, at, verdict.Reason, verdict.After);
    }

    /// <summary>Gives an opinion that waits for a second one: only the version of the pair changes.</summary>
    public Decision Opine(Verdict verdict, string by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return NewDecision(verdict.Action, by, at, verdict.Reason, Touched(verdict.After), verdict.After, opinion: true);
    }

    /// <summary>Withdraws an opinion.</summary>
    public Decision Withdraw(Decision opinion, string by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(opinion);
        opinion.Undone = true;
        return NewDecision(DecisionAction.Undo, by, at, null, new(Status), new(Status), opinion: true);
    }

    /// <summary>Restores the state before <paramref name="undone"/>, the newest decision that is not undone. Flags raised since then stay.</summary>
    public Decision Undo(Decision undone, string by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(undone);
        var before = undone.Before;
        var raisedSince = Flags.Except(undone.After.Flags ?? Flags, StringComparer.Ordinal);
        var decision = Decide(DecisionAction.Undo, by, at, null, before.Flags is null ? before : before with { Flags = [.. before.Flags.Union(raisedSince, StringComparer.Ordinal)] });
        undone.Undone = true;
        return decision;
    }

    private Decision Decide(DecisionAction action, string by, DateTimeOffset at, string? reason, PairContent after)
    {
        var before = Touched(after);
        var whole = after.Over(Content);
        (Question, Answer, Evidence) = (whole.Question!, whole.Answer!, whole.Evidence!);
        (Flags, Tags, ClusterId, Status) = (whole.Flags!, whole.Tags!, whole.ClusterId, whole.Status);
        Assignee = whole.Assignee is "" ? null : whole.Assignee;
        if (!after.OnlySorts)
        {
            DecidedBy = Status == PairStatus.Pending ? null : by;
            DecidedAt = Status == PairStatus.Pending ? null : at;
        }

        return NewDecision(action, by, at, reason, before, after, opinion: false);
    }

    private Decision NewDecision(DecisionAction action, string by, DateTimeOffset at, string? reason, PairContent before, PairContent after, bool opinion)
    {
        Version++;
        return new()
        {
            Id = Guid.CreateVersion7(at), PairId = Id, At = at, By = by, Action = action, Reason = reason, Before = before, After = after, Version = Version, Opinion = opinion,
        };
    }

    /// <summary>The current state of the part that <paramref name="change"/> affects.</summary>
    private PairContent Touched(PairContent change) => new(
        Status,
        change.Question is null ? null : Question,
        change.Answer is null ? null : Answer,
        change.Evidence is null ? null : Evidence,
        change.Flags is null ? null : Flags,
        change.Tags is null ? null : Tags)
    {
        ClusterId = ClusterId,
        Assignee = change.Assignee is null ? null : Assignee ?? "",
    };
}
