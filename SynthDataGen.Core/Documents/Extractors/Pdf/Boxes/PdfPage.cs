using System.Runtime.CompilerServices;

namespace SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;

/// <summary>A word with its box, in points from the page's upper left corner.</summary>
internal readonly record struct PdfWord(string Text, float X0, float Y0, float X1, float Y1)
{
    public float Height => Y1 - Y0;

    /// <summary>Whether it surely runs up or down the page: any short word can be taller than wide.</summary>
    public bool IsVertical => Text.Length > 3 && 1.5f * (X1 - X0) < Height;

    /// <summary>A box, without text, around all of the words.</summary>
    public static PdfWord Bounds(ReadOnlySpan<PdfWord> words)
    {
        var bounds = words[0] with { Text = "" };
        foreach (ref readonly var word in words[1..])
        {
            bounds = new PdfWord("", MathF.Min(bounds.X0, word.X0), MathF.Min(bounds.Y0, word.Y0), MathF.Max(bounds.X1, word.X1), MathF.Max(bounds.Y1, word.Y1));
        }
        return bounds;
    }

    /// <summary>The words with a space between them.</summary>
    public static string Join(ReadOnlySpan<PdfWord> words)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0, null, stackalloc char[512]);
        text.AppendLiteral(words[0].Text);
        foreach (ref readonly var word in words[1..])
        {
            text.AppendLiteral(" ");
            text.AppendLiteral(word.Text);
        }
        return text.ToStringAndClear();
    }
}

/// <summary>Words that Poppler puts on one line.</summary>
internal sealed class PdfLine(PdfWord[] words)
{
    private readonly PdfWord bounds = PdfWord.Bounds(words);

    public PdfWord[] Words => words;
    public float X0 => bounds.X0;
    public float Y0 => bounds.Y0;
    public float X1 => bounds.X1;
    public float Y1 => bounds.Y1;
    public float Height => bounds.Height;
    public string Text => field ??= PdfWord.Join(words);
}

/// <summary>A page as Poppler reports it.</summary>
internal sealed class PdfPage(int number, float width, float height)
{
    /// <summary>Least height of a drop cap, in heights of the lines next to it.</summary>
    private const float LeastDropCap = 1.7f;

    public int Number { get; } = number;
    public float Width { get; } = width;
    public float Height { get; } = height;
    public List<PdfLine> Lines { get; set; } = [];

    /// <summary>Turns a page whose text runs up or down, such as a wide table, so that it runs from left to right.</summary>
    public void TurnUpright()
    {
        var (vertical, upright) = (0, 0);
        var (up, down) = (0, 0);
        foreach (var words in Lines.Select(line => line.Words))
        {
            foreach (ref readonly var word in words.AsSpan())
            {
                vertical += word.IsVertical ? 1 : 0;
                upright += word.Text.Length > 3 && word.Height < word.X1 - word.X0 ? 1 : 0;
            }

            up += words[^1].Y0 < words[0].Y0 ? 1 : 0;
            down += words[^1].Y0 > words[0].Y0 ? 1 : 0;
        }

        if (vertical > upright)
        {
            Lines = [.. Lines.Select(line => new PdfLine([.. line.Words.Select(word => Turn(word, up > down))]))];
        }
    }

    /// <summary>Puts a drop cap, a large first letter next to several lines, back in front of the word that it begins.</summary>
    public void JoinDropCaps()
    {
        for (var i = Lines.Count - 1; i >= 0; i--)
        {
            if (Lines[i].Words is [{ Text.Length: 1 } letter] && char.IsUpper(letter.Text[0]) && LineBeside(letter) is >= 0 and var first)
            {
                Lines[first] = new PdfLine(Joined(letter, Lines[first].Words));
                Lines.RemoveAt(i);
            }
        }
    }

    private PdfWord Turn(PdfWord word, bool up) => up
        ? new PdfWord(word.Text, Height - word.Y1, word.X0, Height - word.Y0, word.X1)
        : new PdfWord(word.Text, word.Y0, Width - word.X1, word.Y1, Width - word.X0);

    /// <summary>The uppermost of at least two lines that start right of the letter and within its height; else -1.</summary>
    private int LineBeside(PdfWord letter)
    {
        var (first, count) = (-1, 0);
        for (var i = 0; i < Lines.Count; i++)
        {
            var line = Lines[i];
            var isBeside = letter.Height > LeastDropCap * line.Height && line.X0 >= letter.X1 - 1 && line.X0 < letter.X1 + 1.2f * line.Height
                && (line.Y0 + line.Y1) / 2 > letter.Y0 && (line.Y0 + line.Y1) / 2 < letter.Y1;
            if (isBeside)
            {
                count++;
                first = first < 0 || line.Y0 < Lines[first].Y0 ? i : first;
            }
        }
        return count > 1 && char.IsLetter(Lines[first].Words[0].Text[0]) ? first : -1;
    }

    private static PdfWord[] Joined(in PdfWord letter, PdfWord[] words) =>
        [words[0] with { Text = letter.Text + words[0].Text, X0 = letter.X0 }, .. words.AsSpan(1)];
}
