using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Chunks.Boilerplate;

/// <summary>What the headings of a document announce, by words that mean one thing only.</summary>
internal sealed class SectionTitles
{
    private static readonly Dictionary<string, ChunkKind> Known = new(StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> titles = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    static SectionTitles()
    {
        Add(ChunkKind.Contents, "contents", "table of contents", "list of figures", "list of tables", "inhalt", "inhaltsverzeichnis", "abbildungsverzeichnis",
            "tabellenverzeichnis", "table des matières", "sommaire", "índice", "sommario", "inhoudsopgave", "目录", "目次", "차례", "목차");
        Add(ChunkKind.Index, "index", "subject index", "general index", "concept index", "function index", "variable index", "keyword index", "author index", "index of terms", "stichwortverzeichnis", "sachregister", "索引");
        Add(ChunkKind.References, "references", "bibliography", "works cited", "literature cited", "references and notes", "literatur", "literaturverzeichnis",
            "quellenverzeichnis", "références", "bibliographie", "bibliografía", "bibliografia", "参考文献", "참고문헌");
        Add(ChunkKind.History, "changelog", "change log", "change history", "revision history", "version history", "document history", "document change history",
            "release history", "record of changes", "änderungshistorie", "änderungsverzeichnis", "historique des versions", "変更履歴", "修订记录");
    }

    public SectionTitles(DocumentText document)
    {
        foreach (var entry in document.Outline)
        {
            titles.Add(Bare(entry.Title).ToString());
        }

        lookup = titles.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Whether a heading of the document reads so; numbers before it do not count.</summary>
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

    private static void Add(ChunkKind kind, params ReadOnlySpan<string> headings)
    {
        foreach (var heading in headings)
        {
            Known.Add(heading, kind);
        }
    }
}
