using Microsoft.Extensions.Options;
using SynthDataGen.Core.Documents.Extractors.Pdf.Bookmarks;
using SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;
using SynthDataGen.Core.Documents.Extractors.Pdf.Ocr;
using SynthDataGen.Core.Documents.Tools;

namespace SynthDataGen.Core.Documents.Extractors.Pdf;

/// <summary>Reads PDF through Poppler: one pass with the place of every word, from which structure is told. Pages without words may be read by OCR.</summary>
public sealed class PdfExtractor(IOptions<ExtractionOptions> options) : IDocumentExtractor
{
    public bool Reads(string mediaType) => mediaType == MediaTypes.Pdf;

    public async Task<Extraction> ExtractAsync(DocumentFile file, CancellationToken cancellationToken)
    {
        // What OCR takes does not count, for it has limits of its own.
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(options.Value.Timeout);
        var pages = await PagesAsync(file.Path, timeout.Token);
        if (pages.Count == 0)
        {
            throw Fault.Damaged("The PDF has no pages that can be read.");
        }

        timeout.CancelAfter(Timeout.InfiniteTimeSpan);
        var (ocrPages, unsure) = file.Ocr is { } languages
            ? await new ScannedPages(options.Value).FillAsync(file.Path, pages, languages, cancellationToken)
            : (0, []);
        if (pages.All(page => page.Lines.Count == 0))
        {
            throw file.Ocr is null ? Fault.NoText() : Fault.NoTextSeen();
        }

        var builder = new ExtractionBuilder(options.Value) { Pages = pages.Count, OcrPages = ocrPages };
        builder.LeaveOut("unsure-ocr", string.Join(' ', unsure));
        RunningLines.TakeOut(pages, builder);
        timeout.CancelAfter(options.Value.Timeout);
        var bookmarks = pages.Count > 1 ? await BookmarkReader.ReadAsync(file.Path, options.Value, timeout.Token) : [];
        new PdfBlocks(builder).Read(pages, bookmarks, timeout.Token);
        return builder.Build();
    }

    private async Task<List<PdfPage>> PagesAsync(string path, CancellationToken cancellationToken)
    {
        await using var poppler = ToolProcess.Start(Tool.PdfToText, ["-bbox-layout", "-enc", "UTF-8", path, "-"], options.Value);
        // Reading blocks, so it has a thread of its own; ending Poppler is what ends it early.
        await using var ending = cancellationToken.Register(poppler.End);
        var pages = await Task.Factory.StartNew(
            () => new BboxReader(options.Value).Read(poppler.Output, cancellationToken),
            cancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        await poppler.FinishAsync(cancellationToken);
        return pages;
    }
}
