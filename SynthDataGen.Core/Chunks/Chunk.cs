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

/// <summary>Which kinds of chunks are boilerplate: they organise or license a document and say nothing of its subject.</summary>
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
    public int Tokens { get; init; }
    public IReadOnlyList<string> HeadingPath { get; init; } = [];
    public int PageFrom { get; init; }
    public int PageTo { get; init; }
    public ChunkKind Kind { get; init; }

    /// <summary>Non-space characters.</summary>
    public int Characters { get; init; }

    /// <summary>Whether a run has put it before a generator.</summary>
    public bool InContext { get; init; }
}

/// <summary>A chunk as the chunker yields it, before it has an identity.</summary>
public sealed record ChunkSpan(int Start, int End, int Tokens, IReadOnlyList<string> HeadingPath, int PageFrom, int PageTo, ChunkKind Kind);
