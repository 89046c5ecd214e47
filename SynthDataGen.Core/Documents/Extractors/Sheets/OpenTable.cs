using System.Text;

namespace SynthDataGen.Core.Documents.Extractors.Sheets;

/// <summary>A table being written; each row becomes text immediately.</summary>
internal sealed class OpenTable
{
    private readonly StringBuilder text = new();
    private readonly Dictionary<int, int> places;
    private readonly string[] cells;
    private readonly SheetLimits limits;
    private bool hasHead;

    /// <summary>Opens a table of these columns, with its first row or an empty one as head.</summary>
    public OpenTable(int[] columns, bool headed, SheetLimits limits)
    {
        (places, cells, this.limits) = (columns.Index().ToDictionary(column => column.Item, column => column.Index), new string[columns.Length], limits);
        if (!headed)
        {
            AppendHead([]);
        }
    }

    public bool Has(int[] columns) => Array.TrueForAll(columns, places.ContainsKey);

    public void Add(SheetRow row)
    {
        Array.Fill(cells, "");
        foreach (var (column, words) in row.Cells)
        {
            cells[places[column]] = TextCleaner.Clean(words);
            limits.Count(0, words.Length);
        }

        limits.Count(cells.Length);
        if (hasHead)
        {
            MarkdownTable.AppendRow(text, cells, cells.Length);
        }
        else
        {
            AppendHead(cells);
        }
    }

    /// <summary>The whole table, without the last line's end.</summary>
    public string Close() => text.ToString(0, text.Length - 1);

    private void AppendHead(string[] head)
    {
        MarkdownTable.AppendRow(text, head, cells.Length);
        MarkdownTable.AppendRule(text, cells.Length);
        hasHead = true;
    }
}
