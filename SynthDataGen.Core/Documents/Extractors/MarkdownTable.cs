using System.Text;

namespace SynthDataGen.Core.Documents.Extractors;

/// <summary>Writes rows of cells as a Markdown table, the first row as its head.</summary>
internal static class MarkdownTable
{
    public static string Render(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var columns = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
        var table = new StringBuilder();
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].All(string.IsNullOrWhiteSpace))
                continue;
            var head = table.Length == 0;
            AppendRow(table, rows[i], columns);
            if (head)
                table.Append('|').Insert(table.Length, " --- |", columns).Append('\n');
        }
        return table.ToString().TrimEnd();
    }

    private static void AppendRow(StringBuilder table, IReadOnlyList<string> cells, int columns)
    {
        table.Append('|');
        for (var i = 0; i < columns; i++)
        {
            var cell = i < cells.Count ? TextCleaner.Collapse(cells[i]) : "";
            table.Append(' ').Append(cell.Replace("|", "\\|", StringComparison.Ordinal)).Append(cell.Length > 0 ? " |" : "|");
        }
        table.Append('\n');
    }
}
