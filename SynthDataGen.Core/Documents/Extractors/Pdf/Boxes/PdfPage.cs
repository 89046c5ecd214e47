namespace SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;

/// <summary>A word with its box, in points from the page's upper left corner.</summary>
internal readonly record struct PdfWord(string Text, float X0, float Y0, float X1, float Y1)
{
    public float Height => Y1 - Y0;
}

/// <summary>Words that Poppler sees on one line.</summary>
internal sealed class PdfLine(IReadOnlyList<PdfWord> words)
{
    public IReadOnlyList<PdfWord> Words { get; } = words;
    public float X0 { get; } = words.Min(word => word.X0);
    public float Y0 { get; } = words.Min(word => word.Y0);
    public float X1 { get; } = words.Max(word => word.X1);
    public float Y1 { get; } = words.Max(word => word.Y1);
    public float Height => Y1 - Y0;
    public string Text => field ??= string.Join(' ', Words.Select(word => word.Text));
}

/// <summary>A page as Poppler reports it.</summary>
internal sealed class PdfPage(int number, float width, float height)
{
    public int Number { get; } = number;
    public float Width { get; } = width;
    public float Height { get; } = height;
    public List<PdfLine> Lines { get; set; } = [];
}
