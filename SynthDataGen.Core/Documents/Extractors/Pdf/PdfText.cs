using SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;
using System.Text;

namespace SynthDataGen.Core.Documents.Extractors.Pdf;

/// <summary>Joins rows into running text and mends words that were broken at a line's end.</summary>
internal sealed class PdfText(IReadOnlyList<PdfRow> rows, ExtractionBuilder builder)
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

    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u00AD';

    /// <summary>The hyphen stays where the document writes the word with it elsewhere and never without.</summary>
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
}
