using System.Text.RegularExpressions;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Chunks.Boilerplate;

/// <summary>Recognises an index, a list of references and a version history by their headings and lines.</summary>
internal static partial class SectionRules
{
    /// <summary>A larger share means that the history or references are the document's subject.</summary>
    private const double LargestShare = 0.4;

    public static void Mark(DocumentText document, ChunkKind?[] marks)
    {
        for (var i = 0; i < marks.Length; i++)
        {
            var block = document.Blocks[i];
            if (block.Kind == BlockKind.Heading && SectionTitles.Announced(Text(document, block)) is { } kind and not ChunkKind.Contents)
            {
                Mark(document, kind, i + 1, End(document, i, kind), marks);
            }
        }
    }

    /// <summary>Where the section ends: at the next heading of its level or above. An index continues past the letters that head its parts.</summary>
    private static int End(DocumentText document, int heading, ChunkKind kind)
    {
        var end = heading + 1;
        while (end < document.Blocks.Count)
        {
            var block = document.Blocks[end];
            var goesOn = block.Kind != BlockKind.Heading || block.Level > document.Blocks[heading].Level || (kind == ChunkKind.Index && block.End - block.Start == 1);
            if (!goesOn)
            {
                break;
            }

            end++;
        }

        return end;
    }

    private static void Mark(DocumentText document, ChunkKind kind, int start, int end, ChunkKind?[] marks)
    {
        var (body, like, length) = (0, 0, 0);
        for (var i = start; i < end; i++)
        {
            var block = document.Blocks[i];
            length += block.End - block.Start;
            body += block.Kind == BlockKind.Heading ? 0 : 1;
            like += block.Kind != BlockKind.Heading && IsLike(kind, Text(document, block)) ? 1 : 0;
        }

        if (body > 0 && like >= Needed(kind) * body && length <= LargestShare * document.Text.Length)
        {
            marks.AsSpan(start..end).Fill(kind);
        }
    }

    /// <summary>The share of blocks that must match. In an index and a history, lines without numbers occur between lines with them.</summary>
    private static double Needed(ChunkKind kind) => kind == ChunkKind.References ? 0.75 : 0.4;

    private static bool IsLike(ChunkKind kind, ReadOnlySpan<char> block) => kind switch
    {
        ChunkKind.Index => block[^1] != '.' && IndexEntry().IsMatch(block),
        ChunkKind.References => Citation().IsMatch(block),
        _ => HistoryEntry().IsMatch(block),
    };

    private static ReadOnlySpan<char> Text(DocumentText document, PlacedBlock block) => document.Text.AsSpan(block.Start..block.End);

    [GeneratedRegex(@", \d{1,4}\b|\s\d{1,4}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex IndexEntry();

    [GeneratedRegex(@"^\s*\[[\w+-]{1,12}\]|\b(?:19|20)\d\d[a-z]?\b|\bdoi\b|\barXiv\b|\bet al\.|https?://|\bISBN\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Citation();

    [GeneratedRegex(@"\b[vV]?\d+\.\d+(?:\.\d+)*\b|\b(?:19|20)\d\d\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex HistoryEntry();
}
