using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using System.Text;
using SynthDataGen.Core.Documents.Extractors.Tools;

namespace SynthDataGen.Core.Documents.Extractors.Pdf.Bookmarks;

/// <summary>
/// Reads a PDF's bookmarks: of Poppler's tools only <c>pdftohtml</c> reports their pages, after the text of the
/// pages asked for, so it is asked for one (docs/decisions/0025-bookmarks-are-headings.md).
/// </summary>
internal static partial class BookmarkReader
{
    private const int MostBookmarks = 20_000;
    private const long MostBytes = 16 << 20;
    private static readonly TimeSpan LongestTime = TimeSpan.FromSeconds(20);

    /// <summary>The bookmarks in order; none if the file has no readable ones: the text is complete without them.</summary>
    public static async Task<IReadOnlyList<Bookmark>> ReadAsync(string path, ExtractionOptions options, CancellationToken cancellationToken)
    {
        if (!OutlineMark.IsIn(path))
        {
            return [];
        }

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(LongestTime);
        try
        {
            return Parse(await PopplerAsync(path, options, timeout.Token));
        }
        catch (Exception fault) when (fault is ExtractionException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return [];
        }
    }

    private static async Task<string> PopplerAsync(string path, ExtractionOptions options, CancellationToken cancellationToken)
    {
        var limits = new ExtractionOptions { Timeout = LongestTime, ProcessMemoryBytes = options.ProcessMemoryBytes, ProcessOutputBytes = MostBytes };
        await using var poppler = ToolProcess.Start(Tool.PdfToHtml, ["-xml", "-i", "-q", "-stdout", "-enc", "UTF-8", "-f", "1", "-l", "1", path], limits);
        using var reader = new StreamReader(poppler.Output, Encoding.UTF8);
        var written = await reader.ReadToEndAsync(cancellationToken);
        await poppler.FinishAsync(cancellationToken);
        return written;
    }

    private static List<Bookmark> Parse(string written)
    {
        var bookmarks = new List<Bookmark>();
        var level = 0;
        foreach (Match match in Part().Matches(written))
        {
            if (!match.Groups["title"].Success)
            {
                level += match.Value == "<outline>" ? 1 : -1;
            }
            else if (bookmarks.Count < MostBookmarks && int.TryParse(match.Groups["page"].ValueSpan, CultureInfo.InvariantCulture, out var page))
            {
                bookmarks.Add(new Bookmark(TextCleaner.Collapse(TextCleaner.Clean(WebUtility.HtmlDecode(match.Groups["title"].Value))), page, level));
            }
        }
        return bookmarks;
    }

    [GeneratedRegex("</?outline>|<item(?: page=\"(?<page>\\d+)\")?>(?<title>.*?)</item>", RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Part();
}

/// <summary>An entry of a PDF's own outline.</summary>
/// <param name="Title">Its words, without control characters.</param>
/// <param name="Page">The 1-based page it leads to.</param>
/// <param name="Level">How deep it is nested, from 1.</param>
internal sealed record Bookmark(string Title, int Page, int Level);
