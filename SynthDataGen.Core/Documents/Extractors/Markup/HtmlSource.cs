using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SynthDataGen.Core.Documents.Extractors.Markup;

/// <summary>Parses HTML into a tree, within the limits. The parser has no loader, so nothing is ever fetched.</summary>
internal static partial class HtmlSource
{
    private const int DeclaredWithin = 4096;

    /// <summary>Reads the file in the encoding that it declares, or that it looks like.</summary>
    public static async Task<IHtmlDocument> ReadAsync(string path, ExtractionOptions options, CancellationToken cancellationToken) =>
        Parse(await TextDecoder.ReadAsync(path, options, Declared, cancellationToken), options, cancellationToken);

    /// <summary>Reads these bytes in the encoding that they declare, or that they look like.</summary>
    public static IHtmlDocument Parse(ReadOnlySpan<byte> html, ExtractionOptions options, CancellationToken cancellationToken) =>
        Parse(TextDecoder.Decode(html, Declared), options, cancellationToken);

    public static IHtmlDocument Parse(string html, ExtractionOptions options, CancellationToken cancellationToken)
    {
        var elements = 0;
        var parser = new HtmlParser(new HtmlParserOptions
        {
            OnCreated = (_, _) =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (++elements > options.MaxNodes)
                {
                    throw Fault.TooLarge("elements", options.MaxNodes);
                }
            },
        });
        return parser.ParseDocument(html);
    }

    /// <summary>The declared encoding. UTF-8 is recognised by its bytes, because some files that declare it use another one.</summary>
    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        var declared = Charset().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclaredWithin)]));
        return declared.Success ? CodePagesEncodingProvider.Instance.GetEncoding(declared.Groups[1].Value) : null;
    }

    [GeneratedRegex("""<(?:meta|\?xml)[^<>]*(?:charset|encoding)\s*=\s*["']?([\w-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Charset();
}
