using System.Text;
using System.Text.RegularExpressions;
using SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;

namespace SynthDataGen.Core.Documents.Extractors.Pdf.Bookmarks;

/// <summary>Finds the rows that bookmarks name: on the bookmark's page, with its words, with or without a number in front.</summary>
internal sealed partial class BookmarkedRows
{
    private const int MostRows = 4;
    private const int LongestTitle = 240;
    private const int LongestNumber = 20;
    private readonly IReadOnlyList<PdfRow> rows;
    private readonly string?[] letters;
    private readonly Dictionary<int, int> levels = [];
    private readonly HashSet<int> others = [];

    public BookmarkedRows(IReadOnlyList<PdfRow> rows, IReadOnlyList<Bookmark> bookmarks, CancellationToken cancellationToken)
    {
        this.rows = rows;
        letters = new string?[rows.Count];
        var pages = PageStarts();
        foreach (var bookmark in bookmarks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (bookmark.Title.Length <= LongestTitle && Letters(bookmark.Title) is { Length: > 0 } title && pages.TryGetValue(bookmark.Page, out var start))
            {
                Mark(start, bookmark, title);
            }
        }
    }

    /// <summary>The level, from 1, of the heading that starts with this row; null if no bookmark names it.</summary>
    public int? Level(int row) => levels.TryGetValue(row, out var level) ? level : null;

    /// <summary>Whether the row is part of a heading that a bookmark names.</summary>
    public bool Has(int row) => levels.ContainsKey(row) || others.Contains(row);

    /// <summary>Whether the row continues such a heading.</summary>
    public bool GoesOn(int row) => others.Contains(row);

    private Dictionary<int, int> PageStarts()
    {
        var starts = new Dictionary<int, int>();
        for (var i = 0; i < rows.Count; i++)
        {
            starts.TryAdd(rows[i].Page, i);
        }

        return starts;
    }

    /// <summary>If the words occur several times on the page, the tallest is the heading; of matches with the same end, the shortest.</summary>
    private void Mark(int start, Bookmark bookmark, string title)
    {
        var (first, last) = (-1, -1);
        for (var i = start; i < rows.Count && rows[i].Page == bookmark.Page; i++)
        {
            if (!Has(i) && End(i, title) is var end && end > i && (end - 1 == last || last < 0 || rows[end - 1].Height > rows[last].Height))
            {
                (first, last) = (i, end - 1);
            }
        }

        if (first >= 0)
        {
            levels[first] = bookmark.Level;
            others.UnionWith(Enumerable.Range(first + 1, last - first));
        }
    }

    /// <summary>The row after the title that starts here; the same row if none does.</summary>
    private int End(int start, string title)
    {
        var said = "";
        for (var i = start; i < rows.Count && i - start < MostRows && rows[i].Page == rows[start].Page; i++)
        {
            said += letters[i] ??= Letters(rows[i].Text);
            if (said.Length > title.Length + LongestNumber)
            {
                return start;
            }

            if (Says(said, title) || Says(title, said))
            {
                return i + 1;
            }
        }
        return start;
    }

    private static bool Says(string said, string title) =>
        title.Length > 0 && said.EndsWith(title, StringComparison.Ordinal) && Number().IsMatch(said.AsSpan(0, said.Length - title.Length));

    /// <summary>Only letters and digits: spaces, dots and dashes differ between bookmarks and pages.</summary>
    private static string Letters(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                kept.Append(char.ToUpperInvariant(c));
            }
        }
        return kept.ToString();
    }

    [GeneratedRegex("^(?:CHAPTER|PART|APPENDIX|ANNEX|SECTION|ARTICLE|KAPITEL|TEIL|ANHANG)?(?:[A-Z]?[0-9]{0,8}|[IVXLC]{1,6}|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|ELEVEN|TWELVE)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
