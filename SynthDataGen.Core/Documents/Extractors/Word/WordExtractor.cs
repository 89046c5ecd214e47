using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.Options;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>Reads Word documents in body order, one paragraph or table in memory at a time.</summary>
public sealed class WordExtractor(IOptions<ExtractionOptions> options) : IDocumentExtractor
{
    public bool Reads(string mediaType) => mediaType == MediaTypes.Word;

    public Task<Extraction> ExtractAsync(DocumentFile file, CancellationToken cancellationToken) =>
        Task.Run(() => Extract(file.Path, cancellationToken), cancellationToken);

    private Extraction Extract(string path, CancellationToken cancellationToken)
    {
        new ZipGuard(options.Value).Check(path, "word/", "a Word document", cancellationToken);
        using var file = OfficeFile<WordprocessingDocument>.Open(path, WordprocessingDocument.Open);
        if (file.Document.MainDocumentPart is not { } main)
            throw Fault.Damaged("The file is not a complete Word document.");
        var builder = new ExtractionBuilder(options.Value);
        ReadBody(main, new WordBody(builder, main), cancellationToken);
        LeaveOutFrames(main, builder);
        return builder.Build();
    }

    private static void ReadBody(MainDocumentPart main, WordBody body, CancellationToken cancellationToken)
    {
        using var reader = OpenXmlReader.Create(main);
        var more = reader.Read();
        while (more)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.IsStartElement && IsUnit(reader.ElementType))
                body.Add(reader.LoadCurrentElement()!);
            more = reader.Read();
        }
    }

    private static bool IsUnit(Type type) => type == typeof(Paragraph) || type == typeof(Table) || type == typeof(AlternateContent);

    private static void LeaveOutFrames(MainDocumentPart main, ExtractionBuilder builder)
    {
        foreach (var header in main.HeaderParts)
            builder.LeaveOut("running-header", header.RootElement?.InnerText ?? "");
        foreach (var footer in main.FooterParts)
            builder.LeaveOut("running-footer", footer.RootElement?.InnerText ?? "");
        builder.LeaveOut("comment", main.WordprocessingCommentsPart?.RootElement?.InnerText ?? "");
    }
}
