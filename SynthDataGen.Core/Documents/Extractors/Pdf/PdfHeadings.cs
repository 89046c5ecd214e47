using SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;
using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Documents.Extractors.Pdf;

/// <summary>Tells headings by height, numbering and the room around them, and ranks them.</summary>
internal sealed partial class PdfHeadings(IReadOnlyList<PdfRow> rows, PdfMetrics metrics)
{
    private const int LongestHeading = 160;
    private Dictionary<int, int>? levels;

    /// <summary>Whether the row is a heading, or one line of it.</summary>
    public bool IsHeading(int i)
    {
        var row = rows[i];
        if (row.Text.Length > LongestHeading || row.Pitch > 0 || !row.Text.Any(char.IsLetter) || row.Text[^1] is ',' or ';' || row.Cells.Count > 2)
            return false;
        if (row.Height > 1.12f * metrics.BodyHeight)
            return row.Text.Count(char.IsLetter) * 2 > row.Text.Length - row.Text.Count(char.IsWhiteSpace) && row.Marker != "-";
        return StandsAlone(i) && row.Text[^1] is not ('.' or ':') && IsNumberedOrDistinct(i);
    }

    /// <summary>Whether this row goes on with the heading before it.</summary>
    public bool GoesOn(int i) =>
        Math.Abs(rows[i].Height - rows[i - 1].Height) < 0.05f * rows[i].Height
        && Depth(rows[i].Text) == 0
        && (IsNear(i) || ChapterAlone().IsMatch(rows[i - 1].Text));

    /// <summary>1–6: by the depth of its number, else by its height among the heights of headings.</summary>
    public int Level(int i)
    {
        levels ??= RankHeights();
        var depth = Depth(rows[i].Text);
        return Math.Clamp(depth > 0 ? depth : levels[Grain(rows[i].Height)], 1, 6);
    }

    private Dictionary<int, int> RankHeights()
    {
        var headings = Enumerable.Range(0, rows.Count).Where(IsHeading).GroupBy(i => Grain(rows[i].Height)).OrderByDescending(group => group.Key);
        var ranked = new Dictionary<int, int>();
        var above = 0;
        foreach (var group in headings)
        {
            var numbered = group.Select(i => Depth(rows[i].Text)).Where(depth => depth > 0).Order().ToList();
            var level = numbered.Count > 0 ? Math.Max(numbered[numbered.Count / 2], 1) : above + 1;
            ranked[group.Key] = level;
            above = Math.Max(above, level);
        }
        return ranked;
    }

    private bool IsNumberedOrDistinct(int i)
    {
        var row = rows[i];
        var depth = Depth(row.Text);
        var otherFont = Math.Abs(row.Height - metrics.BodyHeight) > 0.03f * metrics.BodyHeight;
        if (depth > 1 || (depth == 1 && (otherFont || ChapterAlone().IsMatch(row.Text))))
            return row.Height > 0.85f * metrics.BodyHeight;
        var isTitle = i == 0 || (otherFont && row.Height > 1.02f * metrics.BodyHeight);
        return isTitle && row.Cells.Count == 1 && row.Marker is null && char.IsUpper(row.Text[0]) && row.Text.Length < 100;
    }

    private bool StandsAlone(int i)
    {
        var before = i == 0 || rows[i - 1].Column != rows[i].Column || rows[i].Y0 - rows[i - 1].Y0 > 1.25f * metrics.Leading;
        var after = i + 1 == rows.Count || rows[i + 1].Column != rows[i].Column || rows[i + 1].Y0 - rows[i].Y0 > 1.15f * metrics.Leading;
        return before && after;
    }

    private bool IsNear(int i) =>
        rows[i].Column == rows[i - 1].Column && rows[i].Y0 - rows[i - 1].Y1 < 0.6f * rows[i].Height;

    private static int Grain(float height) => (int)MathF.Round(height * 2);

    private static int Depth(string text)
    {
        if (Chapter().IsMatch(text))
            return 1;
        var match = Numbering().Match(text);
        return match.Success ? match.Groups[1].Value.TrimEnd('.').Count(c => c == '.') + 1 : 0;
    }

    [GeneratedRegex(@"^((?:\d{1,3}|[A-Z])(?:\.\d{1,3})*\.?)\s+[\p{L}“""‘'/(]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbering();

    [GeneratedRegex(@"^(?:chapter|part|appendix|annex|kapitel|teil)\s+\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Chapter();

    [GeneratedRegex(@"^(?:chapter|part|appendix|annex|kapitel|teil)\s+\S+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ChapterAlone();
}
