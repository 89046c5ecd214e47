using System.Text.RegularExpressions;
using System.Text;
using SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;

namespace SynthDataGen.Core.Documents.Extractors.Pdf;

/// <summary>Joins rows into running text and rejoins words hyphenated at line ends.</summary>
internal sealed partial class PdfText(IReadOnlyList<PdfRow> rows, ExtractionBuilder builder)
{
    private HashSet<string>? vocabulary;

    /// <summary>Adds a row to the text so far, with a space where one belongs.</summary>
    public void Append(StringBuilder text, string row)
    {
        if (text.Length == 0)
        {
            text.Append(row);
            return;
        }
        var last = text[^1];
        if (IsHyphen(last) && text.Length > 1 && char.IsLetter(text[^2]) && char.IsLower(row[0]))
        {
            JoinBroken(text, row);
        }
        else if (Script.IsUnspaced(last) && Script.IsUnspaced(row[0]))
        {
            text.Append(row);
        }
        else
        {
            text.Append(' ').Append(row);
        }
    }

    /// <summary>Whether the text is the caption of a table or figure.</summary>
    public static bool IsCaption(string text) => Caption().IsMatch(text);

    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u00AD';

    /// <summary>The hyphen stays if the document writes the word with it elsewhere and never without.</summary>
    private void JoinBroken(StringBuilder text, string row)
    {
        vocabulary ??= [.. rows.SelectMany(r => r.Words).Select(word => Bare(word.Text)).Where(word => word.Length > 3)];
        var (before, after) = (LastWord(text), Bare(row.AsSpan().IndexOf(' ') is var end && end > 0 ? row[..end] : row));
        if (!vocabulary.Contains(before + after) && (vocabulary.Contains($"{before}-{after}") || before.Contains('-', StringComparison.Ordinal)))
        {
            text.Append(row);
        }
        else
        {
            builder.LeaveOut("line-end-hyphen", text.ToString(text.Length - 1, 1));
            text.Remove(text.Length - 1, 1).Append(row);
        }
    }

    private static string LastWord(StringBuilder text)
    {
        var start = text.Length - 1;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        return Bare(text.ToString(start, text.Length - 1 - start));
    }

    private static string Bare(string word) => word.Trim('.', ',', ';', ':', '!', '?', '(', ')', '"', '“', '”', '\'').ToUpperInvariant();

    [GeneratedRegex(@"^(?:figure|fig\.?|table|tab\.|listing|example|exhibit|abbildung|abb\.|tabelle)\s+(?:[A-Z][.\-–])?\d[\dA-Z.\-–]*(?:\s*[:.–—|]|\s+(?-i:[A-Z“\u00C0-\u00DE])|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Caption();
}
