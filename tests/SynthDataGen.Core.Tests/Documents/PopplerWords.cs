using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Tests.Documents;

/// <summary>All words that Poppler finds in a PDF, read differently from the product.</summary>
internal static partial class PopplerWords
{
    public static async Task<IReadOnlyList<string>> ReadAsync(string path)
    {
        var start = new ProcessStartInfo("pdftotext", ["-bbox-layout", "-enc", "UTF-8", path, "-"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        using var poppler = Process.Start(start)!;
        var errors = poppler.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var written = await poppler.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await errors;
        return [.. Word().Matches(written).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];
    }

    [GeneratedRegex("<word [^>]*>(.*?)</word>", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
