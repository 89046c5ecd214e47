using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using SynthDataGen.Core.Documents.Extractors;
using SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;
using SynthDataGen.Core.Documents.Extractors.Tools;

namespace SynthDataGen.Core.Documents.Poppler;

/// <summary>A word on the picture of its page, as shares of the picture's width and height from its upper left corner, 0–1.</summary>
/// <param name="Text">The word.</param>
/// <param name="Line">The words of one line have the same number.</param>
/// <param name="X">Its left edge.</param>
/// <param name="Y">Its upper edge.</param>
/// <param name="Right">Its right edge.</param>
/// <param name="Bottom">Its lower edge.</param>
public sealed record PageWord(string Text, int Line, double X, double Y, double Right, double Bottom);

/// <summary>Locates a PDF page's words on the picture that <see cref="PopplerPages"/> draws of it.</summary>
public sealed partial class PopplerPageWords(IOptions<ExtractionOptions> options)
{
    /// <summary>The words of the page (1-based) in reading order; none if the page is a picture.</summary>
    /// <exception cref="ExtractionException">The file cannot be read, or has no such page.</exception>
    public async Task<IReadOnlyList<PageWord>> ReadAsync(string path, int page, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(options.Value.Timeout);
        try
        {
            var pages = await BboxReader.ReadAsync(path, page, options.Value, timeout.Token);
            return pages.Count == 0 ? [] : Words(pages[0], await IsTurnedAsync(path, page, timeout.Token));
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw Fault.TimedOut(options.Value.Timeout, fault);
        }
    }

    private static List<PageWord> Words(PdfPage page, bool turned)
    {
        // Poppler reports word positions as shown, but the page's size from before it was turned.
        double width = turned ? page.Height : page.Width, height = turned ? page.Width : page.Height;
        return width <= 0 || height <= 0
            ? []
            : [.. page.Lines.SelectMany((line, i) => line.Words.Select(word =>
                new PageWord(word.Text, i, Share(word.X0, width), Share(word.Y0, height), Share(word.X1, width), Share(word.Y1, height))))];
    }

    private static double Share(float at, double whole) => Math.Clamp(at / whole, 0, 1);

    private async Task<bool> IsTurnedAsync(string path, int page, CancellationToken cancellationToken)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        await using var poppler = ToolProcess.Start(Tool.PdfInfo, ["-f", number, "-l", number, path], options.Value);
        using var reader = new StreamReader(poppler.Output);
        var said = await reader.ReadToEndAsync(cancellationToken);
        await poppler.FinishAsync(cancellationToken);
        return Turned().IsMatch(said);
    }

    /// <summary><c>Page    7 rot:  90</c>.</summary>
    [GeneratedRegex(@"^Page\s+\d+ rot:\s+(90|270)\s*$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Turned();
}
