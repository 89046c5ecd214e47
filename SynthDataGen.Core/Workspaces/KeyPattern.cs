using System.Text;
using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Workspaces;

/// <summary>
/// A pattern of keys: <c>*</c> and <c>?</c> stay within a folder, <c>**</c> does not, a slash at the end means everything below.
/// A pattern without another slash is about a name in any folder. Case does not count.
/// </summary>
public sealed class KeyPattern
{
    private readonly Regex regex;

    public KeyPattern(string pattern)
    {
        var from = pattern.TrimStart('/');
        var below = from.EndsWith('/') ? from + "**" : from;
        var anywhere = from == pattern && !from.TrimEnd('/').Contains('/', StringComparison.Ordinal) ? "(.*/)?" : "";
        regex = new(
            $@"^{anywhere}{Translate(below)}\z",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
    }

    public bool Fits(string key) => regex.IsMatch(key);

    private static string Translate(string pattern)
    {
        var written = new StringBuilder();
        for (var at = 0; at < pattern.Length;)
        {
            var (length, meaning) = pattern.AsSpan(at) switch
            {
                ['*', '*', '/', ..] => (3, "(.*/)?"),
                ['*', '*', ..] => (2, ".*"),
                ['*', ..] => (1, "[^/]*"),
                ['?', ..] => (1, "[^/]"),
                [var letter, ..] => (1, Regex.Escape(letter.ToString())),
                _ => throw new InvalidOperationException("The loop ends before the pattern does."),
            };
            written.Append(meaning);
            at += length;
        }

        return written.ToString();
    }
}
