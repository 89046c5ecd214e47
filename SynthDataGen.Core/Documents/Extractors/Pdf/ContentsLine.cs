using SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;
using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Documents.Extractors.Pdf;

/// <summary>Reads lines of a table of contents: a title, dot leaders, a page number.</summary>
internal static partial class ContentsLine
{
    public static bool HasLeader(PdfRow row) => Leader().IsMatch(row.Text);

    /// <summary>Whether the row is such a line, or is next to one and ends in a number far to the right.</summary>
    public static bool Is(IReadOnlyList<PdfRow> rows, int i) =>
        HasLeader(rows[i])
        || (rows[i].Cells.Count > 1
            && PageNumber.Read(rows[i].Cells[^1][0].Text) is not null
            && ((i > 0 && HasLeader(rows[i - 1])) || (i + 1 < rows.Count && HasLeader(rows[i + 1]))));

    /// <summary>The line without its dots, and the dots.</summary>
    public static (string Text, string Dots) Split(PdfRow row)
    {
        var dots = string.Concat(Leader().Matches(row.Text).Select(match => match.Value));
        return (Leader().Replace(row.Text, " "), dots);
    }

    [GeneratedRegex(@"(?:\s?[.…·_]){4,}\s?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Leader();
}
