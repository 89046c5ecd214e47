using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Chunks.Boilerplate;

/// <summary>What a document's headings announce, by unambiguous titles.</summary>
internal sealed class SectionTitles
{
    private static readonly Dictionary<string, ChunkKind> Known = WordLists.Of(typeof(SectionTitles))
        .SelectMany(list => list.Value.Select(title => (Title: title, Kind: Enum.Parse<ChunkKind>(list.Key))))
        .ToDictionary(entry => entry.Title, entry => entry.Kind, StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> titles = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public SectionTitles(DocumentText document)
    {
        foreach (var entry in document.Outline)
        {
            titles.Add(Bare(entry.Title).ToString());
        }

        lookup = titles.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Whether the document has this heading; numbers before it do not count.</summary>
    public bool IsHeading(ReadOnlySpan<char> title) => Bare(title) is { Length: > 2 } bare && lookup.Contains(bare);

    /// <summary>What a heading with this text announces; null for nearly all.</summary>
    public static ChunkKind? Announced(ReadOnlySpan<char> heading) =>
        Known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Bare(heading), out var kind) ? kind : null;

    /// <summary>The title without its number, and without signs at its ends.</summary>
    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> title)
    {
        var start = 0;
        while (start < title.Length && !char.IsLetter(title[start]))
        {
            start++;
        }

        // "A.1 References": the letter of an appendix.
        if (start + 1 < title.Length && title[start + 1] == '.' && char.IsUpper(title[start]))
        {
            return Bare(title[(start + 2)..]);
        }

        return title[start..].TrimEnd(" .:\n\t");
    }
}
