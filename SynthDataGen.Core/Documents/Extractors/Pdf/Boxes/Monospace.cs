using System.Buffers;
using System.Text;

namespace SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;

/// <summary>Tells fixed-width text by its boxes: every word is as wide as its count of characters says.</summary>
internal static class Monospace
{
    private const float Tolerance = 0.005f;
    private const int CharactersNeeded = 6;
    private static readonly SearchValues<char> CodeSigns = SearchValues.Create("/_=<>{}();$#-");

    /// <summary>The width of a character, or -1 where widths differ or too little is there to tell.</summary>
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

    /// <summary>Whether the row has this pitch, also where it is too short to tell alone.</summary>
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
