using System.Xml.Linq;
using Microsoft.Extensions.Options;
using SynthDataGen.Core.Documents.Extractors.Word.Parts;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>Reads Word documents in body order, one paragraph or table row in memory at a time: strict and transitional ones, templates, with or without macros.</summary>
public sealed class WordExtractor(IOptions<ExtractionOptions> options) : IDocumentExtractor
{
    public bool Reads(string mediaType) => mediaType == MediaTypes.Word;

    public Task<Extraction> ExtractAsync(DocumentFile file, CancellationToken cancellationToken) =>
        Task.Run(() => Read(File.OpenRead(file.Path), options.Value, isOutermost: true, cancellationToken), cancellationToken);

    /// <param name="content">The file; it is closed at the end.</param>
    /// <param name="options">The limits.</param>
    /// <param name="isOutermost">Whether the document is not embedded in another.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    internal static Extraction Read(Stream content, ExtractionOptions options, bool isOutermost, CancellationToken cancellationToken)
    {
        using var package = new WordPackage(content, options, cancellationToken);
        using var xml = package.Read(package.Main);
        if (xml?.Read() != true || xml.Name != "document")
        {
            throw Fault.Damaged("The file is not a complete Word document.");
        }

        var styles = new WordStyles(package);
        var notes = new WordNotes(package, styles);
        var builder = new ExtractionBuilder(options);
        ReadBody(xml, new WordBody(new WordContext(package, package.Main, styles, notes), new WordEmbedded(isOutermost, cancellationToken), builder));
        LeaveOut("unreferenced-note", notes.Unread, builder);
        LeaveOutFrames(package, builder);
        return builder.Build();
    }

    private static void ReadBody(WordXml xml, WordBody body)
    {
        while (xml.Read())
        {
            if (xml.Name == "tbl")
            {
                body.AddTable(Rows(xml));
            }
            else if (WordBody.IsUnit(xml.Name))
            {
                body.Add(xml.Load());
            }
            else if (WordElements.IsProperties(xml.Name))
            {
                xml.Skip();
            }
        }

        body.End();
    }

    private static IEnumerable<XElement> Rows(WordXml xml)
    {
        for (var depth = xml.Depth; xml.Read(depth);)
        {
            if (xml.Name == "tr")
            {
                yield return xml.Load();
            }
            else if (WordElements.IsProperties(xml.Name))
            {
                xml.Skip();
            }
        }
    }

    private static void LeaveOutFrames(WordPackage package, ExtractionBuilder builder)
    {
        foreach (var (reason, type, unit) in (ReadOnlySpan<(string, string, string)>)
            [("running-header", "header", "hdr"), ("running-footer", "footer", "ftr"), ("comment", "comments", "comment")])
        {
            LeaveOut(reason, package.Parts(type).SelectMany(part => package.Units(part, unit)).Select(frame => frame.AllWords()), builder);
        }
    }

    private static void LeaveOut(string reason, IEnumerable<string> texts, ExtractionBuilder builder)
    {
        foreach (var text in texts)
        {
            builder.LeaveOut(reason, text);
        }
    }
}
