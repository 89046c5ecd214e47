using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Chunks;

/// <summary>What a chunk mostly is.</summary>
public enum ChunkKind
{
    Text,
    List,
    Table,
    Code,

    /// <summary>A table of contents, or a list of figures or tables.</summary>
    Contents,

    /// <summary>The index at a document's end.</summary>
    Index,

    /// <summary>Copyright lines and the terms of a licence.</summary>
    Licence,

    /// <summary>A list of cited works.</summary>
    References,

    /// <summary>A document's own history of versions.</summary>
    History,
}

/// <summary>Which kinds of chunks are boilerplate: they organise or license a document and say nothing about its subject.</summary>
public static class ChunkKinds
{
    public static IReadOnlyList<ChunkKind> Boilerplate { get; } =
        [ChunkKind.Contents, ChunkKind.Index, ChunkKind.Licence, ChunkKind.References, ChunkKind.History];

    public static bool IsBoilerplate(this ChunkKind kind) => kind >= ChunkKind.Contents;
}

/// <summary>A span of a revision's text, bounded in tokens: <c>text[Start..End]</c> is the chunk.</summary>
public sealed class Chunk
{
    public Guid Id { get; init; }
    public Guid RevisionId { get; init; }
    public int Ordinal { get; init; }
    public int Start { get; init; }
    public int End { get; init; }

    /// <summary>Estimated tokens of the chunk and of the table head above it.</summary>
    public int Tokens { get; init; }

    /// <summary>How many of them the chunk before it has too: those of the head and of the overlap.</summary>
    public int RepeatedTokens { get; init; }

    /// <summary>Estimated tokens that it adds to a context that holds the chunk before it.</summary>
    public int AddedTokens => Tokens - RepeatedTokens;

    /// <summary>The head of the table that the chunk begins inside; it belongs above the chunk's rows but is not part of the chunk.</summary>
    public TextSpan? Header { get; init; }
    public IReadOnlyList<string> HeadingPath { get; init; } = [];
    public int PageFrom { get; init; }
    public int PageTo { get; init; }
    public ChunkKind Kind { get; init; }

    /// <summary>Non-space characters that the chunk before it does not hold.</summary>
    public int Characters { get; init; }

    /// <summary>Whether a run has shown it to a generator.</summary>
    public bool InContext { get; init; }
}

/// <summary>A chunk from the chunker, before it has an identity.</summary>
/// <param name="Start">Offset of its first character in the revision's text.</param>
/// <param name="End">Offset after its last character.</param>
/// <param name="Tokens">Estimated tokens, those of the header included.</param>
/// <param name="HeadingPath">Titles from the outermost to the innermost heading above it.</param>
/// <param name="PageFrom">Its first page, from 1.</param>
/// <param name="PageTo">Its last page.</param>
/// <param name="Kind">What it mostly is.</param>
/// <param name="Header">The head of the table that it begins inside, to be shown above it.</param>
/// <param name="RepeatedTokens">How many of its tokens the chunk before it has too.</param>
public sealed record ChunkSpan(
    int Start, int End, int Tokens, IReadOnlyList<string> HeadingPath, int PageFrom, int PageTo, ChunkKind Kind, TextSpan? Header = null, int RepeatedTokens = 0);
