using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace SynthDataGen.Core.Documents.Extractors.Markup;

/// <summary>Reads plain text: paragraphs by blank lines, list items by their marks, underlined titles.</summary>
public sealed partial class PlainTextExtractor(IOptions<ExtractionOptions> options) : IDocumentExtractor
{
    public bool Reads(string mediaType) => mediaType == MediaTypes.Text;

    public async Task<Extraction> ExtractAsync(DocumentFile file, CancellationToken cancellationToken)
    {
        var text = TextDecoder.Decode(await File.ReadAllBytesAsync(file.Path, cancellationToken));
        var builder = new ExtractionBuilder(options.Value);
        var paragraph = new StringBuilder();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Take(builder, paragraph, line.TrimEnd());
        }
        Flush(builder, paragraph);
        return builder.Build();
    }

    private static void Take(ExtractionBuilder builder, StringBuilder paragraph, string line)
    {
        // A form feed is what text files have for a page break.
        if (line.StartsWith('\f'))
        {
            Flush(builder, paragraph);
            builder.Pages++;
            line = line[1..];
        }
        if (paragraph.Length > 0 && Underline().IsMatch(line) && !paragraph.ToString().Contains('\n', StringComparison.Ordinal))
        {
            builder.Add(BlockKind.Heading, paragraph.ToString(), line[0] == '=' ? 1 : 2);
            builder.LeaveOut("underline", line);
            paragraph.Clear();
            return;
        }
        if (line.Length == 0 || Item().IsMatch(line))
        {
            Flush(builder, paragraph);
        }

        if (line.Length > 0)
        {
            paragraph.Append(paragraph.Length > 0 ? "\n" : "").Append(line);
        }
    }

    private static void Flush(ExtractionBuilder builder, StringBuilder paragraph)
    {
        var text = paragraph.ToString();
        var item = Item().Match(text);
        if (item.Success)
        {
            builder.Add(BlockKind.ListItem, text, 1 + Math.Min(item.Groups[1].Length / 2, 5));
        }
        else
        {
            builder.Add(BlockKind.Paragraph, text);
        }

        paragraph.Clear();
    }

    [GeneratedRegex(@"^(={3,}|-{3,})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Underline();

    [GeneratedRegex(@"^(\s*)(?:[-*•]|\d{1,3}[.)]|[a-zA-Z][.)])\s+\S", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Item();
}
