using System.Buffers;
using System.Text;

namespace SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;

/// <summary>Recognises fixed-width text by its boxes: every word's width matches its number of characters.</summary>
internal static class Monospace
{
    private const float Tolerance = 0.005f;
    private const int CharactersNeeded = 6;
    private static readonly SearchValues<char> CodeSigns = SearchValues.Create("/_=<>{}();$#-");

    /// <summary>The width of a character; -1 if widths differ or there is too little text to tell.</summary>
    public static float Pitch(PdfWord[] words)
    {
        var (characters, width) = (0, 0f);
        foreach (var word in words)
        {
            (characters, width) = (characters + word.Text.Length, width + word.X1 - word.X0);
        }

        var pitch = width / Math.Max(characters, 1);
        if (characters < CharactersNeeded || !Array.TrueForAll(words, word => Ascii.IsValid(word.Text)) || (words.Length == 1 && !LooksLikeCode(words[0].Text)))
        {
            return -1;
        }

        foreach (var word in words)
        {
            if (Math.Abs((word.X1 - word.X0) / word.Text.Length - pitch) > Tolerance * pitch)
            {
                return -1;
            }
        }
        return pitch;
    }

    /// <summary>Whether the row fits this pitch, even if it is too short to tell by itself.</summary>
    public static bool Fits(PdfRow row, float pitch) =>
        pitch > 0 && Array.TrueForAll(row.Words, word => Math.Abs((word.X1 - word.X0) / word.Text.Length - pitch) <= 2 * Tolerance * pitch);

    /// <summary>The row's words at their columns, counted from the left edge.</summary>
    public static string Lay(PdfRow row, float left, float pitch)
    {
        var line = new StringBuilder();
        foreach (var word in row.Words)
        {
            var column = (int)MathF.Round((word.X0 - left) / pitch);
            line.Append(' ', Math.Clamp(column - line.Length, line.Length == 0 ? 0 : 1, 200)).Append(word.Text);
        }
        return line.ToString();
    }

    private static bool LooksLikeCode(string word) => word.AsSpan().ContainsAny(CodeSigns);
}
