namespace SynthDataGen.Core.Documents;

/// <summary>A document's content as of one SHA-256, read in one way. Its text is stored separately, in <see cref="RevisionText"/>, so that lists stay light.</summary>
public sealed class Revision
{
    public Guid Id { get; init; }
    public Guid DocumentId { get; init; }
    public required string Sha256 { get; init; }

    /// <summary>The settings that made this text and these chunks of those bytes, in one line.</summary>
    public required string ReadAs { get; init; }
    public int Pages { get; init; }

    /// <summary>How many of the pages were read by OCR.</summary>
    public int OcrPages { get; init; }

    /// <summary>Length of the text in UTF-16 code units.</summary>
    public int Characters { get; init; }

    /// <summary>Non-space characters that the extractor put into the text.</summary>
    public int ExtractedCharacters { get; init; }

    /// <summary>Non-space characters in chunks.</summary>
    public int ChunkedCharacters { get; init; }

    /// <summary>Non-space characters in contexts of any run.</summary>
    public int ContextCharacters { get; init; }

    /// <summary>How many chunks it has.</summary>
    public int Chunks { get; init; }

    /// <summary>How many of its chunks are boilerplate.</summary>
    public int BoilerplateChunks { get; init; }

    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A revision's text, outline and pages, and where its code is.</summary>
public sealed class RevisionText
{
    public Guid RevisionId { get; init; }
    public required string Text { get; init; }
    public IReadOnlyList<OutlineEntry> Outline { get; init; } = [];
    public IReadOnlyList<PageSpan> Pages { get; init; } = [];
    public IReadOnlyList<CodeSpan> Code { get; init; } = [];
}
