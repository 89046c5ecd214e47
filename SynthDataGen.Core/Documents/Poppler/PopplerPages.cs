using System.Globalization;
using Microsoft.Extensions.Options;
using SynthDataGen.Core.Documents.Extractors;
using SynthDataGen.Core.Documents.Extractors.Tools;

namespace SynthDataGen.Core.Documents.Poppler;

/// <summary>Draws pages of a PDF as pictures.</summary>
public sealed class PopplerPages(IOptions<ExtractionOptions> options)
{
    /// <summary>The allowed dots per inch; values outside are clamped.</summary>
    public const int MinDpi = 36, MaxDpi = 300;

    /// <summary>The page (1-based) as PNG.</summary>
    /// <exception cref="ExtractionException">The file cannot be read, or has no such page (<c>missing</c>).</exception>
    public async Task<byte[]> RenderAsync(string path, int page, int dpi, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(options.Value.Timeout);
        var number = page.ToString(CultureInfo.InvariantCulture);
        var dots = Math.Clamp(dpi, MinDpi, MaxDpi).ToString(CultureInfo.InvariantCulture);
        try
        {
            await using var poppler = ToolProcess.Start(Tool.PdfToPpm, ["-png", "-r", dots, "-f", number, "-l", number, path], options.Value);
            using var picture = new MemoryStream();
            await poppler.Output.CopyToAsync(picture, timeout.Token);
            await FinishAsync(poppler, page, timeout.Token);
            return picture.Length > 0 ? picture.ToArray() : throw NoSuchPage(page);
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw Fault.TimedOut(options.Value.Timeout, fault);
        }
    }

    private static async Task FinishAsync(ToolProcess poppler, int page, CancellationToken cancellationToken)
    {
        try
        {
            await poppler.FinishAsync(cancellationToken);
        }
        catch (ExtractionException fault) when (fault.InnerException?.Message.Contains("Wrong page range", StringComparison.Ordinal) == true)
        {
            throw NoSuchPage(page);
        }
    }

    private static ExtractionException NoSuchPage(int page) => new(DocumentFailure.Missing, $"The document has no page {page}.");
}
