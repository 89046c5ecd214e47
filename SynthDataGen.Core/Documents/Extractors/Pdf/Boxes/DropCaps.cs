namespace SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;

/// <summary>Puts a great first letter, which stands beside several lines, back to the word that it begins.</summary>
internal static class DropCaps
{
    private const float LeastHeight = 1.7f;

    public static void Join(List<PdfLine> lines)
    {
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            if (lines[i].Words is [{ Text.Length: 1 } letter] && char.IsUpper(letter.Text[0]) && Beside(lines, letter) is >= 0 and var first)
            {
                lines[first] = new PdfLine(Joined(letter, lines[first].Words));
                lines.RemoveAt(i);
            }
        }
    }

    /// <summary>The uppermost of the lines that start right of the letter and within its height; it needs two.</summary>
    private static int Beside(List<PdfLine> lines, PdfWord letter)
    {
        var (first, count) = (-1, 0);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var isBeside = letter.Height > LeastHeight * line.Height && line.X0 >= letter.X1 - 1 && line.X0 < letter.X1 + 1.2f * line.Height
                && (line.Y0 + line.Y1) / 2 > letter.Y0 && (line.Y0 + line.Y1) / 2 < letter.Y1;
            if (isBeside)
            {
                count++;
                first = first < 0 || line.Y0 < lines[first].Y0 ? i : first;
            }
        }
        return count > 1 && char.IsLetter(lines[first].Words[0].Text[0]) ? first : -1;
    }

    private static PdfWord[] Joined(in PdfWord letter, PdfWord[] words) =>
        [words[0] with { Text = letter.Text + words[0].Text, X0 = letter.X0 }, .. words.AsSpan(1)];
}
