using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;
using SynthDataGen.Core.Review.Second;
using Judgement = SynthDataGen.Core.Pairs.Judgement;

namespace SynthDataGen.Core.Export;

/// <summary>A pair to export, with everything that a row of any format can contain.</summary>
public sealed record ExportedPair
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required Guid DocumentId { get; init; }
    public required Guid RevisionId { get; init; }
    public required Guid RunId { get; init; }

    /// <summary>Its context's ordinal in the run, and its own in the context. Exports are ordered by run, context and ordinal.</summary>
    public required int Context { get; init; }
    public required int Ordinal { get; init; }
    public required string Question { get; init; }
    public required string Answer { get; init; }
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
    public required string QuestionType { get; init; }
    public string? Difficulty { get; init; }
    public string? Persona { get; init; }
    public IReadOnlyList<string> Flags { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];
    public PairStatus Status { get; init; }
    public ReviewStage? Stage { get; init; }
    public string? Assignee { get; init; }
    public Guid? ClusterId { get; init; }
    public Judgement? Judgement { get; init; }
    public required string DocumentKey { get; init; }

    /// <summary>SHA-256 of the document's bytes as of the revision, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }
    public IReadOnlyList<string> HeadingPath { get; init; } = [];

    /// <summary>The recipe's name.</summary>
    public required string Recipe { get; init; }
    public required string Generator { get; init; }
    public required string Model { get; init; }
    public required string Template { get; init; }
    public required string TemplateVersion { get; init; }
    public string? DecidedBy { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The generator's answer, if people changed it since; only for formats that need it (<see cref="FormatNeeds.OriginalAnswer"/>).</summary>
    public string? OriginalAnswer { get; init; }

    /// <summary>The context that the generator was shown, as stretches of the revision's text in their order; only for formats that need it (<see cref="FormatNeeds.Context"/>).</summary>
    public IReadOnlyList<ContextText> ContextTexts { get; init; } = [];

    /// <summary>Other contexts of the same part, in no particular order; only for formats that need them (<see cref="FormatNeeds.Distractors"/>).</summary>
    public IReadOnlyList<string> Distractors { get; init; } = [];
}

/// <summary>A stretch of a revision's text.</summary>
/// <param name="Start">Its offset in the revision's text, in UTF-16 code units.</param>
/// <param name="Text">Its words.</param>
public sealed record ContextText(int Start, string Text);
