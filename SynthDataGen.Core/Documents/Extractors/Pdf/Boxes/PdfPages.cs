using System.Globalization;
using SynthDataGen.Core.Documents.Extractors.Tools;

namespace SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;

/// <summary>Has Poppler say where the words of a PDF stand.</summary>
internal static class PdfPages
{
    /// <summary>All pages, or only <paramref name="page"/> (1-based), which is then the one page of the list.</summary>
    public static async Task<List<PdfPage>> ReadAsync(string path, int? page, ExtractionOptions options, CancellationToken cancellationToken)
    {
        var number = page?.ToString(CultureInfo.InvariantCulture);
        string[] range = number is null ? [] : ["-f", number, "-l", number];
        await using var poppler = ToolProcess.Start(Tool.PdfToText, ["-bbox-layout", "-enc", "UTF-8", .. range, path, "-"], options);
        // Reading blocks, so it has a thread of its own; ending Poppler is what ends it early.
        await using var ending = cancellationToken.Register(poppler.End);
        var pages = await Task.Factory.StartNew(
            () => new BboxReader(options).Read(poppler.Output, cancellationToken),
            cancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        await poppler.FinishAsync(cancellationToken);
        return pages;
    }
}
