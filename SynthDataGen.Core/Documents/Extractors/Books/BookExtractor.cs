using System.IO.Compression;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.Extensions.Options;
using SynthDataGen.Core.Documents.Extractors.Markup;

namespace SynthDataGen.Core.Documents.Extractors.Books;

/// <summary>Reads EPUB books: the parts of the spine in order, each as HTML; the table of contents that reading software shows is left out.</summary>
public sealed partial class BookExtractor(IOptions<ExtractionOptions> options) : IDocumentExtractor
{
    public bool Reads(string mediaType) => mediaType == MediaTypes.Book;

    public Task<Extraction> ExtractAsync(DocumentFile file, CancellationToken cancellationToken) =>
        Task.Run(() => ExtractFileAsync(file.Path, cancellationToken), cancellationToken);

    private async Task<Extraction> ExtractFileAsync(string path, CancellationToken cancellationToken)
    {
        new ZipGuard(options.Value).Check(path, "META-INF/", "an EPUB book", cancellationToken);
        await using var zip = await ZipFile.OpenReadAsync(path, cancellationToken);
        var builder = new ExtractionBuilder(options.Value);
        foreach (var part in BookPackage.Read(zip).Spine)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (zip.GetEntry(part.Name) is { } entry)
            {
                Add(builder, part, await HtmlAsync(entry, cancellationToken), cancellationToken);
            }
            else
            {
                builder.LeaveOut("missing-part", part.Name);
            }
        }

        return builder.Build();
    }

    private void Add(ExtractionBuilder builder, BookPart part, string html, CancellationToken cancellationToken)
    {
        using var document = HtmlSource.Parse(html, options.Value, cancellationToken);
        if (part.IsNavigation)
        {
            builder.LeaveOut("navigation", document.Body is { } contents ? HtmlText.AllOf(contents) : "");
        }
        else if (document.Body is { } body)
        {
            // A header directly under the body counts as a site's; inside a section it counts as the chapter's.
            var chapter = document.CreateElement("section");
            chapter.Append([.. body.ChildNodes]);
            body.AppendChild(chapter);
            new HtmlWalker(builder, options.Value).Walk(body, cancellationToken);
        }
    }

    private async Task<string> HtmlAsync(ZipArchiveEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Length > options.Value.MaxCharacters)
        {
            throw Fault.TooLarge("characters", options.Value.MaxCharacters);
        }

        using var bytes = new MemoryStream();
        await using (var content = await entry.OpenAsync(cancellationToken))
        {
            await content.CopyToAsync(bytes, cancellationToken);
        }

        // In HTML only a few elements may be empty: an XHTML <title/> would swallow the rest of the page.
        return SelfClosed().Replace(TextDecoder.Decode(bytes.ToArray()), tag => tag.Groups["empty"].Success ? tag.Value : $"<{tag.Groups["tag"]}></{tag.Groups["name"]}>");
    }

    [GeneratedRegex(@"<(?:(?<empty>(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b[^<>]*)|(?<tag>(?<name>[A-Za-z][\w:.-]*)[^<>]*))/>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SelfClosed();
}
