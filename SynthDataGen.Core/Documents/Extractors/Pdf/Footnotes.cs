using System.Globalization;
using System.Text.RegularExpressions;
using SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;

namespace SynthDataGen.Core.Documents.Extractors.Pdf;

/// <summary>Recognises footnotes: small rows at a column's foot, under rows of usual size, the first with a sign or number.</summary>
internal sealed partial class Footnotes
{
    private const float MostHeight = 0.95f;
    private readonly Dictionary<int, int> ends = [];
    private readonly HashSet<int> firsts = [];

    public Footnotes(IReadOnlyList<PdfRow> rows, PdfMetrics metrics)
    {
        for (var (end, start) = (rows.Count, 0); end > 0; end = start)
        {
            start = end - 1;
            while (start > 0 && rows[start - 1].Column == rows[end - 1].Column)
            {
                start--;
            }

            var foot = end;
            while (foot > start && rows[foot - 1].Height < MostHeight * metrics.BodyHeight)
            {
                foot--;
            }

            if (foot > start)
            {
                Mark(rows, foot, end);
            }
        }
    }

    /// <summary>Whether the row is the first of a footnote.</summary>
    public bool IsFirst(int row) => firsts.Contains(row);

    /// <summary>The row after the footnotes that start here; the same row if none do.</summary>
    public int End(int start) => ends.GetValueOrDefault(start, start);

    /// <summary>The first row with a mark starts the footnotes; another starts a new one if its number counts up.</summary>
    private void Mark(IReadOnlyList<PdfRow> rows, int start, int end)
    {
        int? before = null;
        for (var i = start; i < end; i++)
        {
            var match = Form().Match(rows[i].Text);
            var number = int.TryParse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var read) ? read : 0;
            if (match.Success && (before is null || number == before + 1 || number == 0))
            {
                if (before is null)
                {
                    ends[i] = end;
                }

                firsts.Add(i);
                before = number;
            }
        }
    }

    [GeneratedRegex(@"^(\d{1,3}|[*†‡§¶]{1,3})[.)]?\s?[\p{L}“""(]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
