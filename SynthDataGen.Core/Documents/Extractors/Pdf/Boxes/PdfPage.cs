using System.Runtime.CompilerServices;

namespace SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;

/// <summary>A word with its box, in points from the page's upper left corner.</summary>
internal readonly record struct PdfWord(string Text, float X0, float Y0, float X1, float Y1)
{
    public float Height => Y1 - Y0;

    /// <summary>Whether it surely runs up or down the page: a short word can be higher than wide in any direction.</summary>
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

/// <summary>Words that Poppler sees on one line.</summary>
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
    public int Number { get; } = number;
    public float Width { get; } = width;
    public float Height { get; } = height;
    public List<PdfLine> Lines { get; set; } = [];
}
