using System.Xml.Linq;
using SynthDataGen.Core.Documents.Extractors.Word.Parts;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>
/// Reads a table row by row into a grid. A merged cell is repeated in every place it covers, so that each row is complete in itself. A table of
/// one cell per row is a frame around text and is read as text.
/// </summary>
internal sealed class WordTable(WordBody body, ExtractionOptions options)
{
    /// <summary>The most columns that Word allows.</summary>
    private const int MostSpan = 63;

    /// <summary>A longer merged cell is not a label, and its words appear once.</summary>
    private const int LongestRepeated = 120;

    private readonly List<IReadOnlyList<string>> rows = [];
    private readonly List<int> pages = [];
    private readonly List<WordPiece> notes = [];
    private List<WordPiece>? framed = [];
    private int columns;
    private long characters;

    public void Add(XElement row)
    {
        if (row.Element("trPr")?.Element("del") is not null)
        {
            body.LeaveOut("deleted-text", row.AllWords());
            return;
        }

        var (first, last) = (body.Page, body.Page);
        var cells = Enumerable.Repeat("", Math.Clamp(row.Element("trPr")?.Element("gridBefore").Number() ?? 0, 0, MostSpan)).ToList();
        var own = 0;
        foreach (var cell in row.Inside("tc"))
        {
            body.Page = first;
            AddCell(cell, cells);
            last = Math.Max(last, body.Page);
            own++;
        }

        body.Page = last;
        framed = own > 1 ? null : framed;
        if (!cells.TrueForAll(string.IsNullOrWhiteSpace))
        {
            Keep(cells, own > 0 ? last : first);
        }
    }

    /// <summary>The table, or what it frames, followed by its notes.</summary>
    public IReadOnlyList<WordPiece> Read(int page, bool isNested)
    {
        if (framed is not null)
        {
            return framed;
        }

        var text = MarkdownTable.Render(rows);
        var start = pages.Count > 0 ? pages[0] : page;
        var words = isNested ? string.Join(' ', rows.SelectMany(row => row).Where(cell => cell.Length > 0)) : null;
        return [new(BlockKind.Table, text, start, Breaks: Breaks(text), Words: words), .. notes];
    }

    private void AddCell(XElement cell, List<string> cells)
    {
        var pieces = body.ReadCell(cell);
        framed?.AddRange(pieces);
        notes.AddRange(pieces.Where(piece => piece.IsNote));
        var text = string.Join(' ', pieces.Where(piece => !piece.IsNote).Select(piece => (piece.Words ?? piece.Text).Trim()).Where(words => words.Length > 0));
        var properties = cell.Element("tcPr");
        if (text.Length == 0)
        {
            text = Merged(properties, cells);
        }

        cells.Add(text);
        cells.AddRange(Enumerable.Repeat(Repeated(text), Math.Clamp(properties?.Element("gridSpan").Number() ?? 1, 1, MostSpan) - 1));
    }

    /// <summary>The words of the cell above or to the left that this one is merged into.</summary>
    private string Merged(XElement? properties, List<string> cells)
    {
        if (GoesOn(properties?.Element("vMerge")) && rows.Count > 0 && cells.Count < rows[^1].Count)
        {
            return Repeated(rows[^1][cells.Count]);
        }

        return GoesOn(properties?.Element("hMerge")) && cells.Count > 0 ? Repeated(cells[^1]) : "";
    }

    private void Keep(List<string> cells, int page)
    {
        rows.Add(cells);
        pages.Add(page);
        columns = Math.Max(columns, cells.Count);
        characters += cells.Sum(cell => (long)cell.Length);
        if (rows.Count * (long)columns > options.MaxCells)
        {
            throw Fault.TooLarge("cells in one table", options.MaxCells);
        }

        if (characters > options.MaxCharacters)
        {
            throw Fault.TooLarge("characters", options.MaxCharacters);
        }
    }

    /// <summary>Each row is a line, and so is the rule under the head.</summary>
    private List<PageBreak> Breaks(string text)
    {
        var breaks = new List<PageBreak>();
        var offset = 0;
        for (var i = 1; i < rows.Count; i++)
        {
            offset = text.IndexOf('\n', offset) + 1;
            offset = i == 1 ? text.IndexOf('\n', offset) + 1 : offset;
            for (var page = pages[i - 1] + 1; page <= pages[i]; page++)
            {
                breaks.Add(new PageBreak(offset, page));
            }
        }

        return breaks;
    }

    private static bool GoesOn(XElement? merge) => merge is not null && merge.Of() is null or "continue";

    private static string Repeated(string text) => text.Length <= LongestRepeated ? text : "";
}
