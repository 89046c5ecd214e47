namespace SynthDataGen.Client.Generation;

/// <summary>A context that yielded nothing.</summary>
/// <param name="Id">Name it to ask again.</param>
/// <param name="DocumentId">The document.</param>
/// <param name="DocumentKey">Its key.</param>
/// <param name="HeadingPath">What the context stands under.</param>
/// <param name="Page">The 1-based page on which it begins.</param>
/// <param name="Reason">Why, as a stable word.</param>
/// <param name="Message">Why, in a sentence.</param>
/// <param name="Reply">The last answer, word for word; null: none came.</param>
/// <param name="At">When it was given up.</param>
public sealed record FailedContext(
    Guid Id, Guid DocumentId, string DocumentKey, IReadOnlyList<string> HeadingPath, int Page, string Reason, string? Message, string? Reply, DateTimeOffset At);

/// <summary>What came of a run, from several sides.</summary>
/// <param name="Types">Pairs by question type.</param>
/// <param name="Flags">Pairs by flag.</param>
/// <param name="Documents">The documents that it asked most about, at most 200.</param>
/// <param name="Timeline">Contexts that ended, in up to 61 equal stretches of its time.</param>
public sealed record RunReport(
    IReadOnlyList<NamedCount> Types, IReadOnlyList<NamedCount> Flags, IReadOnlyList<DocumentShare> Documents, IReadOnlyList<RunMoment> Timeline);

/// <summary>How many of something.</summary>
public sealed record NamedCount(string Name, int Count);

/// <summary>What a run did with one document.</summary>
/// <param name="Id">The document.</param>
/// <param name="Key">Its key.</param>
/// <param name="Contexts">Contexts of it in the run.</param>
/// <param name="Done">Those of them that are done.</param>
/// <param name="Pairs">Pairs from it.</param>
/// <param name="Characters">Non-space characters of its text.</param>
/// <param name="Asked">How many of those stand in contexts that are done.</param>
public sealed record DocumentShare(Guid Id, string Key, int Contexts, int Done, int Pairs, int Characters, int Asked);

/// <summary>Contexts that ended in a stretch of time which begins at <paramref name="At"/>.</summary>
public sealed record RunMoment(DateTimeOffset At, int Succeeded, int Failed);
