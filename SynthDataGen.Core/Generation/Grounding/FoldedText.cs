using System.Globalization;
using System.Text;

namespace SynthDataGen.Core.Generation.Grounding;

/// <summary>
/// A text without the differences that do not matter for looking up a quote, with the origin of each character. The differences are
/// case, white space, kinds of quotation mark and dash, ligatures and other compatibility forms, hyphenation at line ends.
/// </summary>
internal sealed class FoldedText
{
    private readonly StringBuilder folded = new();
    private readonly List<int> starts = [];
    private readonly List<int> ends = [];

    private FoldedText(string source, int start, int end)
    {
        for (var at = start; at < end;)
        {
            at = IsGap(source[at]) ? FoldGap(source, at, end) : FoldRune(source, at, end);
        }

        Text = folded.ToString();
    }

    public string Text { get; }

    public static FoldedText Of(string source) => new(source, 0, source.Length);

    public static FoldedText Of(string source, int start, int end) => new(source, start, end);

    /// <summary>The span of the source that became <c>Text[start..end]</c>.</summary>
    public (int Start, int End) SourceOf(int start, int end) => (starts[start], ends[end - 1]);

    private static bool IsGap(char c) => char.IsWhiteSpace(c) || IsDash(c) || IsInvisible(c);

    private static bool IsDash(char c) =>
        c == '\u2212' || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation;

    private static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\0';

    /// <summary>Half a surrogate pair, or U+FFFE, which .NET refuses to normalise too.</summary>
    private static bool IsNoCharacter(char c) => char.IsSurrogate(c) || c == '\uFFFE';

    private static bool IsQuotationMark(char c) =>
        c is '"' or '\'' or '`' or '\u00B4' or '\u2032' or '\u2033'
        || char.GetUnicodeCategory(c) is UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
        || c is '\u201A' or '\u201E';

    /// <summary>
    /// A run of spaces, dashes and invisible characters. A dash between letters disappears with the spaces around it, so that
    /// "well-known", "well\u2010known" and "well-" at a line's end followed by "known" are one; elsewhere it stays, because "5-10" is not "510".
    /// </summary>
    private int FoldGap(string source, int at, int end)
    {
        var (gap, dash, space) = (at, false, false);
        for (; at < end && IsGap(source[at]); at++)
        {
            dash |= IsDash(source[at]);
            space |= char.IsWhiteSpace(source[at]);
        }

        var betweenLetters = folded.Length > 0 && char.IsLetter(folded[^1]) && at < end && char.IsLetter(source[at]);
        if (dash && !betweenLetters)
        {
            Add('-', gap, at);
        }
        else if (space && !dash && folded.Length > 0 && at < end)
        {
            Add(' ', gap, at);
        }

        return at;
    }

    private int FoldRune(string source, int at, int end)
    {
        var length = char.IsHighSurrogate(source[at]) && at + 1 < end && char.IsLowSurrogate(source[at + 1]) ? 2 : 1;
        if (char.IsAscii(source[at]) && !IsQuotationMark(source[at]))
        {
            Add(char.ToLowerInvariant(source[at]), at, at + 1);
        }
        else if (IsQuotationMark(source[at]))
        {
            AddQuotationMark(at);
        }
        else
        {
            // A surrogate without its partner cannot be normalised and stays as it is.
            var rune = source.Substring(at, length);
            foreach (var c in length == 1 && IsNoCharacter(rune[0]) ? rune : rune.Normalize(NormalizationForm.FormKD))
            {
                Add(char.ToLowerInvariant(c), at, at + length);
            }
        }

        return at + length;
    }

    /// <summary>Many writers type two single marks for a double one, so a run counts as one.</summary>
    private void AddQuotationMark(int at)
    {
        if (folded.Length > 0 && folded[^1] == '\'' && ends[^1] == at)
        {
            ends[^1] = at + 1;
        }
        else
        {
            Add('\'', at, at + 1);
        }
    }

    private void Add(char c, int start, int end)
    {
        folded.Append(c);
        starts.Add(start);
        ends.Add(end);
    }
}
