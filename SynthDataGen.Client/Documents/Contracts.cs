namespace SynthDataGen.Client.Documents;

/// <summary>One object in the document store.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Key">Its key in the store.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="SizeBytes">Its length.</param>
/// <param name="Status">discovered, extracting, ready, failed, deleted.</param>
/// <param name="Failure">Why it could not be read, when it failed.</param>
/// <param name="Revision">The current revision, once there is one.</param>
/// <param name="Pairs">How many pairs came from it, in all and by status.</param>
/// <param name="CreatedAt">When it was first seen.</param>
/// <param name="UpdatedAt">When its status last changed.</param>
public sealed record Document(
    Guid Id,
    string Key,
    string MediaType,
    long SizeBytes,
    string Status,
    Failure? Failure,
    Revision? Revision,
    PairCounts Pairs,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <summary>Pairs of one document by status.</summary>
public sealed record PairCounts(int Total, int Approved, int Rejected);

/// <summary>What went wrong: a stable code and one sentence.</summary>
public sealed record Failure(string Code, string Message);

/// <summary>A document's content as of one SHA-256, read in one way.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Sha256">Of the bytes that were read, in lower-case hexadecimal.</param>
/// <param name="Pages">How many pages it has; 1 for formats without pages.</param>
/// <param name="Characters">Length of its text in UTF-16 code units.</param>
/// <param name="Chunks">How many chunks it has.</param>
/// <param name="Coverage">What became of its characters.</param>
/// <param name="OcrPages">How many of the pages were read by OCR, so that words may differ from what the page shows.</param>
public sealed record Revision(Guid Id, string Sha256, int Pages, int Characters, int Chunks, Coverage Coverage, int OcrPages = 0);

/// <summary>Non-space characters: extracted, in chunks, in contexts that reached a generator, and left out of the text with reasons.</summary>
public sealed record Coverage(int Extracted, int Chunked, int InContexts, int LeftOut, IReadOnlyList<LeftOut> Reasons);

/// <summary>What an extractor kept out of the text.</summary>
public sealed record LeftOut(string Reason, int Characters, string Sample);

/// <summary>A revision's text. Offsets count UTF-16 code units.</summary>
/// <param name="RevisionId">Whose.</param>
/// <param name="Text">All of it.</param>
/// <param name="Outline">Its headings in order.</param>
/// <param name="Pages">Its pages in order, without a gap.</param>
/// <param name="Code">Where in it code stands, in order.</param>
public sealed record DocumentText(
    Guid RevisionId, string Text, IReadOnlyList<OutlineEntry> Outline, IReadOnlyList<PageSpan> Pages, IReadOnlyList<CodeSpan>? Code = null);

/// <summary>A block of code in the text.</summary>
public sealed record CodeSpan(int Start, int End);

/// <summary>A heading and where it stands.</summary>
public sealed record OutlineEntry(string Title, int Level, int Start, int Page);

/// <summary>A page's span in the text.</summary>
public sealed record PageSpan(int Number, int Start, int End);

/// <summary>A span of the text: <c>text[start..end]</c> is the chunk.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Ordinal">Its place among the revision's chunks, from 0.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last character.</param>
/// <param name="Tokens">Estimated tokens, those of the header included.</param>
/// <param name="HeadingPath">Titles from the outermost to the innermost heading that it stands under.</param>
/// <param name="PageFrom">Its first page, from 1.</param>
/// <param name="PageTo">Its last page.</param>
/// <param name="Kind">text, list, table, code, contents, index, licence, references, history.</param>
/// <param name="Header">The head of the table that the chunk begins amid: generators see it above the chunk, which does not hold it.</param>
public sealed record Chunk(
    Guid Id,
    int Ordinal,
    int Start,
    int End,
    int Tokens,
    IReadOnlyList<string> HeadingPath,
    int PageFrom,
    int PageTo,
    string Kind,
    TextSpan? Header = null)
{
    /// <summary>Whether it only organises or licenses the document; generators are not asked about such chunks.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsBoilerplate => Kind is "contents" or "index" or "licence" or "references" or "history";
}

/// <summary>What became of an upload: a row per file, in the order sent.</summary>
public sealed record UploadResult(IReadOnlyList<Uploaded> Files);

/// <summary>One uploaded file: the document, or why it was refused.</summary>
public sealed record Uploaded(string FileName, Document? Document, Failure? Failure);

/// <summary>What a sync found; what is renamed counts as neither added nor deleted.</summary>
public sealed record SyncResult(int Found, int Added, int Changed, int Deleted, int Renamed = 0);

/// <summary>How many documents are to be read again.</summary>
public sealed record RereadResult(int Documents);
