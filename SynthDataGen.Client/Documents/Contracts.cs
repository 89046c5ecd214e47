namespace SynthDataGen.Client.Documents;

/// <summary>One object in the document store.</summary>
public sealed record Document
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its key in the store.</summary>
    public required string Key { get; init; }

    /// <summary>Its media type.</summary>
    public required string MediaType { get; init; }

    /// <summary>Its length.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>discovered, extracting, ready, failed, deleted.</summary>
    public required string Status { get; init; }

    /// <summary>Why it could not be read, when it failed.</summary>
    public Failure? Failure { get; init; }

    /// <summary>The current revision, once there is one.</summary>
    public Revision? Revision { get; init; }

    /// <summary>How many pairs came from it, in total and by status.</summary>
    public required PairCounts Pairs { get; init; }

    /// <summary>When it was first seen.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its status last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>Pairs of one document by status.</summary>
public sealed record PairCounts(int Total, int Approved, int Rejected);

/// <summary>What went wrong: a stable code and one sentence.</summary>
public sealed record Failure(string Code, string Message);

/// <summary>A document's content as of one SHA-256, read in one way.</summary>
public sealed record Revision
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Of the bytes that were read, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>How many pages it has; 1 for formats without pages.</summary>
    public required int Pages { get; init; }

    /// <summary>Length of its text in UTF-16 code units.</summary>
    public required int Characters { get; init; }

    /// <summary>How many chunks it has.</summary>
    public required int Chunks { get; init; }

    /// <summary>What happened to its characters.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>How many pages were read by OCR; their words may differ from what the page shows.</summary>
    public int OcrPages { get; init; }
}

/// <summary>Non-space characters: extracted, in chunks, in contexts that reached a generator, and left out of the text with reasons.</summary>
public sealed record Coverage
{
    /// <summary>Extracted.</summary>
    public required int Extracted { get; init; }

    /// <summary>Chunked.</summary>
    public required int Chunked { get; init; }

    /// <summary>In contexts.</summary>
    public required int InContexts { get; init; }

    /// <summary>Left out.</summary>
    public required int LeftOut { get; init; }

    /// <summary>Reasons.</summary>
    public required IReadOnlyList<LeftOut> Reasons { get; init; }
}

/// <summary>What an extractor left out of the text.</summary>
public sealed record LeftOut(string Reason, int Characters, string Sample);

/// <summary>A revision's text. Offsets count UTF-16 code units.</summary>
public sealed record DocumentText
{
    /// <summary>Whose.</summary>
    public required Guid RevisionId { get; init; }

    /// <summary>All of it.</summary>
    public required string Text { get; init; }

    /// <summary>Its headings in order.</summary>
    public required IReadOnlyList<OutlineEntry> Outline { get; init; }

    /// <summary>Its pages in order, without a gap.</summary>
    public required IReadOnlyList<PageSpan> Pages { get; init; }

    /// <summary>Where code is in it, in order.</summary>
    public IReadOnlyList<CodeSpan>? Code { get; init; }
}

/// <summary>A block of code in the text.</summary>
public sealed record CodeSpan(int Start, int End);

/// <summary>A heading and its place.</summary>
public sealed record OutlineEntry(string Title, int Level, int Start, int Page);

/// <summary>A page's span in the text.</summary>
public sealed record PageSpan(int Number, int Start, int End);

/// <summary>A span of the text: <c>text[start..end]</c> is the chunk.</summary>
public sealed record Chunk
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its place among the revision's chunks, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Offset of its first character.</summary>
    public required int Start { get; init; }

    /// <summary>Offset after its last character.</summary>
    public required int End { get; init; }

    /// <summary>Estimated tokens, those of the header included.</summary>
    public required int Tokens { get; init; }

    /// <summary>Titles from the outermost to the innermost heading above it.</summary>
    public required IReadOnlyList<string> HeadingPath { get; init; }

    /// <summary>Its first page, from 1.</summary>
    public required int PageFrom { get; init; }

    /// <summary>Its last page.</summary>
    public required int PageTo { get; init; }

    /// <summary>text, list, table, code, contents, index, licence, references, history.</summary>
    public required string Kind { get; init; }

    /// <summary>The header of the table that the chunk starts inside: generators see it above the chunk, which does not contain it.</summary>
    public TextSpan? Header { get; init; }

    /// <summary>Whether it only organises or licenses the document; generators are not asked about it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsBoilerplate => Kind is "contents" or "index" or "licence" or "references" or "history";
}

/// <summary>The result of an upload: a row per file, in the order sent.</summary>
public sealed record UploadResult(IReadOnlyList<Uploaded> Files);

/// <summary>One uploaded file: the document, or why it was refused.</summary>
public sealed record Uploaded(string FileName, Document? Document, Failure? Failure);

/// <summary>What a sync found; renames count as neither added nor deleted.</summary>
public sealed record SyncResult
{
    /// <summary>Found.</summary>
    public required int Found { get; init; }

    /// <summary>Added.</summary>
    public required int Added { get; init; }

    /// <summary>Changed.</summary>
    public required int Changed { get; init; }

    /// <summary>Deleted.</summary>
    public required int Deleted { get; init; }

    /// <summary>Renamed.</summary>
    public int Renamed { get; init; }
}

/// <summary>How many documents will be read again.</summary>
public sealed record RereadResult(int Documents);
