namespace SynthDataGen.Client.Generation;

/// <summary>A failed context.</summary>
public sealed record FailedContext
{
    /// <summary>Its id, to retry it.</summary>
    public required Guid Id { get; init; }

    /// <summary>The document.</summary>
    public required Guid DocumentId { get; init; }

    /// <summary>Its key.</summary>
    public required string DocumentKey { get; init; }

    /// <summary>The headings above the context.</summary>
    public required IReadOnlyList<string> HeadingPath { get; init; }

    /// <summary>The 1-based page on which it begins.</summary>
    public required int Page { get; init; }

    /// <summary>The reason as a stable word.</summary>
    public required string Reason { get; init; }

    /// <summary>The reason in a sentence.</summary>
    public string? Message { get; init; }

    /// <summary>The last answer, word for word; null: there was none.</summary>
    public string? Reply { get; init; }

    /// <summary>When it failed for good.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>A run's results from several angles.</summary>
/// <param name="Types">Pairs by question type.</param>
/// <param name="Flags">Pairs by flag.</param>
/// <param name="Documents">The documents with the most contexts, at most 200.</param>
/// <param name="Timeline">Contexts that ended, in up to 61 equal time intervals.</param>
public sealed record RunReport(
    IReadOnlyList<NamedCount> Types, IReadOnlyList<NamedCount> Flags, IReadOnlyList<DocumentShare> Documents, IReadOnlyList<RunMoment> Timeline);

/// <summary>How many of something.</summary>
public sealed record NamedCount(string Name, int Count);

/// <summary>What a run did with one document.</summary>
public sealed record DocumentShare
{
    /// <summary>The document.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its key.</summary>
    public required string Key { get; init; }

    /// <summary>Contexts of it in the run.</summary>
    public required int Contexts { get; init; }

    /// <summary>Those of them that are done.</summary>
    public required int Done { get; init; }

    /// <summary>Pairs from it.</summary>
    public required int Pairs { get; init; }

    /// <summary>Non-space characters of its text.</summary>
    public required int Characters { get; init; }

    /// <summary>How many of those are in finished contexts.</summary>
    public required int Asked { get; init; }
}

/// <summary>Contexts that ended in a time interval beginning at <paramref name="At"/>.</summary>
public sealed record RunMoment(DateTimeOffset At, int Succeeded, int Failed);
