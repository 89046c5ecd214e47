using System.Xml.Linq;
using SynthDataGen.Core.Documents.Extractors.Word.Parts;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>Reads the words and figures of drawings: diagrams as lists, charts as the tables they are drawn from.</summary>
internal sealed class WordGraphics(WordContext context, ExtractionBuilder builder)
{
    public IEnumerable<WordPiece> Read(XElement reference, int page) =>
        reference.Name.LocalName == "chart" ? Chart(reference.Of("id"), page) : Diagram(reference.Of("dm"), page);

    private IEnumerable<WordPiece> Chart(string? id, int page)
    {
        if (Root(id) is not { } root)
        {
            return [];
        }

        var chart = new WordChart(root);
        if (chart.Rows(context.Package.Options.MaxCells) is { Count: > 0 } rows)
        {
            return [new(BlockKind.Caption, chart.Title, page), new(BlockKind.Table, MarkdownTable.Render(rows), page, Words: string.Join(' ', rows.SelectMany(row => row)))];
        }

        builder.LeaveOut("chart", root.AllWords());
        return [];
    }

    private IEnumerable<WordPiece> Diagram(string? id, int page) =>
        from point in Root(id)?.Descendants("pt") ?? []
        from paragraph in point.Element("t")?.Elements("p") ?? []
        let words = paragraph.AllWords().Trim()
        where words.Length > 0
        select new WordPiece(BlockKind.ListItem, $"- {words}", page, Level: 1);

    /// <summary>The part's whole tree: drawings are small, and a large one fails as too large.</summary>
    private XElement? Root(string? id)
    {
        if (context.Relation(id) is not { IsExternal: false } relation)
        {
            return null;
        }

        using var xml = context.Package.Read(relation.Target);
        return xml?.Read() == true ? xml.Load() : null;
    }
}
