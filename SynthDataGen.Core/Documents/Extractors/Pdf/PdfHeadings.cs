using System.Text.RegularExpressions;
using SynthDataGen.Core.Documents.Extractors.Pdf.Bookmarks;
using SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;

namespace SynthDataGen.Core.Documents.Extractors.Pdf;

/// <summary>Recognises headings by bookmarks, height, numbering and the space around them, and ranks them.</summary>
internal sealed partial class PdfHeadings(IReadOnlyList<PdfRow> rows, PdfMetrics metrics, Func<int, bool> isCode, BookmarkedRows bookmarked)
{
    private const int LongestHeading = 160;
    private readonly Lazy<BodyFace> face = new(() => new BodyFace(rows, metrics.BodyHeight));
    private Dictionary<int, int>? levels;
    private int? shift;

    /// <summary>Whether the row is a heading, or one line of it.</summary>
    public bool IsHeading(int i)
    {
        if (bookmarked.Has(i))
        {
            return true;
        }

        var row = rows[i];
        if (row.Text.Length > LongestHeading || isCode(i) || !row.Text.Any(char.IsLetter) || row.Text[^1] is ',' or ';' || row.Cells.Count > 2 || row.IsVertical || IsListed(i) || IsTableHead(i))
        {
            return false;
        }

        if (row.Height > 1.12f * metrics.BodyHeight)
        {
            return row.Text.Count(char.IsLetter) * 3 > row.Text.Length - row.Text.Count(char.IsWhiteSpace) && row.Marker != "-";
        }

        if (ChapterAlone().IsMatch(row.Text) && i + 1 < rows.Count && rows[i + 1].Height > 1.12f * metrics.BodyHeight)
        {
            return true;
        }

        return row.Text[^1] is not ('.' or ':') && ((StandsAlone(i) && IsNumberedOrDistinct(i)) || IsInBoldAboveText(i));
    }

    /// <summary>Whether this row continues the heading before it.</summary>
    public bool GoesOn(int i) =>
        IsUnderChapter(i)
        || bookmarked.GoesOn(i)
        || (!bookmarked.Has(i) && !bookmarked.Has(i - 1) && Depth(rows[i].Text) == 0 && IsNear(i) && Math.Abs(rows[i].Height - rows[i - 1].Height) < 0.05f * rows[i].Height);

    /// <summary>1–6: by its bookmark, else by the depth of its number, else by its height among the heights of headings.</summary>
    public int Level(int start, int end)
    {
        levels ??= RankHeights();
        var named = Enumerable.Range(start, end - start).FirstOrDefault(i => bookmarked.Level(i) is not null, start);
        return Math.Clamp(KnownLevel(named) ?? levels[Grain(rows[start].Height)], 1, 6);
    }

    /// <summary>The level from the bookmark or number; bookmarks may have a level above the first number, such as parts.</summary>
    private int? KnownLevel(int i)
    {
        if (bookmarked.Level(i) is { } level)
        {
            return level;
        }

        var depth = Depth(rows[i].Text);
        return depth > 0 ? Math.Max(depth + (shift ??= UsualShift()), 1) : null;
    }

    private int UsualShift() =>
        Middle(Enumerable.Range(0, rows.Count).Where(i => bookmarked.Level(i) is not null && Depth(rows[i].Text) > 0).Select(i => bookmarked.Level(i)!.Value - Depth(rows[i].Text)));

    /// <summary>Bookmarked and numbered headings define the level of their height; other heights rank one below the next greater.</summary>
    private Dictionary<int, int> RankHeights()
    {
        var heights = Enumerable.Range(0, rows.Count).Where(IsHeading).GroupBy(i => Grain(rows[i].Height)).OrderByDescending(group => group.Key);
        var known = heights.Select(group => (group.Key, Level: UsualLevel(group))).ToList();
        var ranked = new Dictionary<int, int>();
        var above = 0;
        for (var i = 0; i < known.Count; i++)
        {
            var below = known.Skip(i + 1).Select(height => height.Level).FirstOrDefault(level => level > above, above + 2);
            above = Math.Max(known[i].Level > 0 ? known[i].Level : Math.Min(above + 1, below - 1), 1);
            ranked[known[i].Key] = above;
        }
        return ranked;
    }

    private int UsualLevel(IEnumerable<int> headings) => Middle(headings.Select(KnownLevel).Where(level => level is not null).Select(level => level!.Value));

    /// <summary>The median; 0 of none.</summary>
    private static int Middle(IEnumerable<int> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count > 0 ? sorted[sorted.Count / 2] : 0;
    }

    /// <summary>Whether it is one of consecutive numbers or bullets: headings have text between them.</summary>
    private bool IsListed(int i) => rows[i].Marker is not null && (IsMarkerBeside(i, i - 1) || IsMarkerBeside(i, i + 1));

    /// <summary>Whether it has two cells and is above a row of cells.</summary>
    private bool IsTableHead(int i) =>
        rows[i].Cells.Count == 2 && Depth(rows[i].Text) == 0
        && i + 1 < rows.Count && rows[i + 1].Column == rows[i].Column && rows[i + 1].Cells.Count > 1
        && rows[i + 1].Y0 - rows[i].Y0 < 2.5f * rows[i].Height;

    private bool IsMarkerBeside(int i, int other) =>
        other >= 0 && other < rows.Count && rows[other].Column == rows[i].Column && rows[other].Marker is not null && rows[other].Marker != rows[i].Marker
        && Math.Abs(rows[other].Y0 - rows[i].Y0) < 2.5f * rows[i].Height;

    /// <summary>“CHAPTER”, “ONE” and the title are one heading, however they are set.</summary>
    private bool IsUnderChapter(int i) =>
        rows[i].Page == rows[i - 1].Page
        && (ChapterAlone().IsMatch(rows[i - 1].Text) || (i > 1 && rows[i - 1].Words.Length == 1 && ChapterAlone().IsMatch(rows[i - 2].Text)));

    private bool IsNumberedOrDistinct(int i)
    {
        var row = rows[i];
        var depth = Depth(row.Text);
        var otherFont = Math.Abs(row.Height - metrics.BodyHeight) > 0.03f * metrics.BodyHeight;
        if (depth > 1 || (depth == 1 && (otherFont || ChapterAlone().IsMatch(row.Text))))
        {
            return row.Height > 0.85f * metrics.BodyHeight;
        }

        var isTitle = i == 0 || (otherFont && row.Height > 1.02f * metrics.BodyHeight);
        return isTitle && row.Cells.Count == 1 && row.Marker is null && char.IsUpper(row.Text[0]) && row.Text.Length < 100;
    }

    /// <summary>A short line in another typeface with space above, over text at the same left edge: defined terms have theirs indented.</summary>
    private bool IsInBoldAboveText(int i)
    {
        var row = rows[i];
        if (i + 1 == rows.Count || rows[i + 1] is not { } text || text.Column != row.Column || !HasRoomAbove(i) || !ReadsLikeTitle(row))
        {
            return false;
        }

        var isOverText = text.Y0 - row.Y0 < 2.5f * metrics.Leading && Math.Abs(text.X0 - row.X0) < 0.8f * row.Height && !char.IsLower(text.Text[0]) && text.Cells.Count == 1;
        return isOverText && row.Height > 0.85f * metrics.BodyHeight && face.Value.IsOther(row) && face.Value.IsBody(text) && metrics.EndsEarly(row, text);
    }

    private static bool ReadsLikeTitle(PdfRow row) =>
        row.Text.Length < 80 && row.Cells.Count == 1 && row.Marker is null && !row.RightToLeft && char.IsUpper(row.Text[0]) && !PdfText.IsCaption(row.Text);

    private bool HasRoomAbove(int i) =>
        i == 0 || rows[i - 1].Column != rows[i].Column || rows[i].Y0 - rows[i - 1].Y0 > 1.25f * metrics.Leading;

    private bool StandsAlone(int i)
    {
        var before = HasRoomAbove(i);
        var after = i + 1 == rows.Count || rows[i + 1].Column != rows[i].Column || rows[i + 1].Y0 - rows[i].Y0 > 1.15f * metrics.Leading;
        return before && after;
    }

    private bool IsNear(int i) =>
        rows[i].Column == rows[i - 1].Column && rows[i].Y0 - rows[i - 1].Y1 < 0.6f * rows[i].Height;

    private static int Grain(float height) => (int)MathF.Round(height * 2);

    private static int Depth(string text)
    {
        if (Chapter().IsMatch(text) || ChapterAlone().IsMatch(text))
        {
            return 1;
        }

        var match = Numbering().Match(text);
        return match.Success ? match.Groups[1].Value.TrimEnd('.').Count(c => c == '.') + 1 : 0;
    }

    [GeneratedRegex(@"^((?:\d{1,3}|[A-Z])(?:\.\d{1,3})*\.?)\s+[\p{L}“""‘'/(]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Numbering();

    [GeneratedRegex(@"^(?:chapter|part|appendix|annex|kapitel|teil)\s+\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Chapter();

    [GeneratedRegex(@"^(?:chapter|part|appendix|annex|kapitel|teil)(?:\s+\S+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ChapterAlone();
}
