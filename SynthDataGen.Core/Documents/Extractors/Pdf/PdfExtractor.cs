using Microsoft.Extensions.Options;
using SynthDataGen.Core.Documents.Extractors.Pdf.Bookmarks;
using SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;
using SynthDataGen.Core.Documents.Poppler;

namespace SynthDataGen.Core.Documents.Extractors.Pdf;

/// <summary>Reads PDF through Poppler: one pass with the place of every word, from which structure is told.</summary>
public sealed class PdfExtractor(IOptions<ExtractionOptions> options) : IDocumentExtractor
{
    public bool Reads(string mediaType) => mediaType == MediaTypes.Pdf;

    public async Task<Extraction> ExtractAsync(DocumentFile file, CancellationToken cancellationToken)
    {
        var pages = await PagesAsync(file.Path, cancellationToken);
        if (pages.Count == 0)
        {
            throw Fault.Damaged("The PDF has no pages that can be read.");
        }

        if (pages.All(page => page.Lines.Count == 0))
        {
            throw Fault.NoText();
        }

        var builder = new ExtractionBuilder(options.Value) { Pages = pages.Count };
        RunningLines.TakeOut(pages, builder);
        var bookmarks = pages.Count > 1 ? await BookmarkReader.ReadAsync(file.Path, options.Value, cancellationToken) : [];
        new PdfBlocks(builder).Read(pages, bookmarks, cancellationToken);
        return builder.Build();
    }

    private async Task<IReadOnlyList<PdfPage>> PagesAsync(string path, CancellationToken cancellationToken)
    {
        await using var poppler = PopplerProcess.Start("pdftotext", ["-bbox-layout", "-enc", "UTF-8", path, "-"], options.Value);
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
