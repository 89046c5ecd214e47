using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SynthDataGen.Core.Documents.Extractors.Markup;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>A web page with its pictures in one file (MHTML, RFC 2557), as browsers and many exports to Word write it.</summary>
internal static partial class WebArchive
{
    /// <summary>The archive's first HTML page; null if it has none.</summary>
    public static string? Page(byte[] archive)
    {
        var text = Encoding.Latin1.GetString(archive);
        var boundary = Boundary().Match(text);
        var parts = boundary.Success ? text.Split("--" + boundary.Groups[1].Value) : [text];
        return parts.Select(PageOf).FirstOrDefault(page => page is not null);
    }

    private static string? PageOf(string part)
    {
        var start = part.TrimStart();
        var end = HeadEnd().Match(start);
        if (!end.Success || !ContentType().IsMatch(start[..end.Index]))
        {
            return null;
        }

        var body = start[(end.Index + end.Length)..];
        var bytes = Encoded().Match(start[..end.Index]).Groups[1].Value.ToUpperInvariant() switch
        {
            "BASE64" => Base64.IsValid(body) ? Convert.FromBase64String(body) : [],
            "QUOTED-PRINTABLE" => Encoding.Latin1.GetBytes(Quoted().Replace(body, Unquote)),
            _ => Encoding.Latin1.GetBytes(body),
        };
        return TextDecoder.Decode(bytes);
    }

    /// <summary>A byte in two hexadecimal digits, or a soft line break.</summary>
    private static string Unquote(Match match) =>
        match.Groups[1].Success ? ((char)byte.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString() : "";

    [GeneratedRegex("""boundary="?([^"\r\n;]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\r?\n[ \t]*\r?\n", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex HeadEnd();

    [GeneratedRegex(@"^Content-Type:\s*text/html", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ContentType();

    [GeneratedRegex(@"^Content-Transfer-Encoding:\s*([\w-]+)", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Encoded();

    [GeneratedRegex(@"=(?:([0-9A-F]{2})|[ \t]{0,80}\r?\n)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();
}
