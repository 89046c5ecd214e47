using System.Text;

namespace SynthDataGen.Core.Documents.Extractors;

/// <summary>Writes rows of cells as a Markdown table.</summary>
internal static class MarkdownTable
{
    /// <summary>Writes the rows under the first row as head, or under an empty head if they have none.</summary>
    public static string Render(IReadOnlyList<IReadOnlyList<string>> rows, bool headed = true)
    {
        var columns = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
        var table = new StringBuilder();
        if (!headed && columns > 0)
        {
            AppendRow(table, [], columns);
            AppendRule(table, columns);
        }
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].All(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            var head = table.Length == 0;
            AppendRow(table, rows[i], columns);
            if (head)
            {
                AppendRule(table, columns);
            }
        }
        return table.ToString().TrimEnd();
    }

    /// <summary>Appends the line below the head.</summary>
    public static void AppendRule(StringBuilder table, int columns) => table.Append('|').Insert(table.Length, " --- |", columns).Append('\n');

    /// <summary>Appends a line of so many cells, padding short rows with empty ones.</summary>
    public static void AppendRow(StringBuilder table, IReadOnlyList<string> cells, int columns)
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
