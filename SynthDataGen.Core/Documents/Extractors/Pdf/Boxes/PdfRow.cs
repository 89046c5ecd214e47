namespace SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;

/// <summary>What stands side by side at one height of a column, from left to right (or right to left, where the script runs so).</summary>
internal sealed class PdfRow
{
    /// <summary>Gap between words, in heights, from which they are cells of their own.</summary>
    private const float CellGap = 0.95f;

    private const float TabGap = 0.6f;
    private const float EvenGaps = 1.15f;
    private const int FewestStretched = 5;

    private readonly PdfWord bounds;

    /// <summary>Asked for often, so kept; empty where there is none.</summary>
    private string? marker;

    public PdfRow(List<PdfLine> lines, int page, int column)
    {
        Page = page;
        Column = column;
        var words = lines.Count == 1 ? lines[0].Words : [.. lines.SelectMany(line => line.Words)];
        RightToLeft = Script.RunsRightToLeft(words);
        if (RightToLeft)
        {
            Words = Script.Logical([.. words.OrderBy(word => -word.X1)]);
        }
        else
        {
            Words = lines.Count == 1 ? words : [.. words.OrderBy(word => word.X0)];
        }
        bounds = PdfWord.Bounds(words);
        Height = UsualHeight(words);
    }

    public int Page { get; }

    /// <summary>Numbers the runs of rows that stand under each other, over the whole document.</summary>
    public int Column { get; }

    public PdfWord[] Words { get; }
    public bool RightToLeft { get; }
    public float X0 => bounds.X0;
    public float X1 => bounds.X1;
    public float Y0 => bounds.Y0;
    public float Y1 => bounds.Y1;

    /// <summary>The usual height of its words: the nearest thing to a font size that boxes tell.</summary>
    public float Height { get; }

    public string Text => field ??= PdfWord.Join(Words);

    /// <summary>Width of one character where all are equally wide, else 0.</summary>
    public float Pitch => field == 0 ? field = Monospace.Pitch(Words) : field;

    /// <summary>A list item's sign or number at the row's start, or null.</summary>
    public string? Marker => (marker ??= Words.Length < 2 ? "" : ListMarkers.Read(Words[0].Text) ?? (IsTabbedLetter ? "-" : "")).Length > 0 ? marker : null;

    /// <summary>Whether words of it run up or down the page.</summary>
    public bool IsVertical => Array.Exists(Words, word => word.IsVertical);

    /// <summary>Where the row's own words start, beyond a marker.</summary>
    public float TextX0 => Marker is null ? X0 : Words[1].X0;

    /// <summary>Groups of words with wide gaps between them.</summary>
    public IReadOnlyList<ArraySegment<PdfWord>> Cells => field ??= SplitCells();

    /// <summary>Whether it is words of a justified line that was short of them: all gaps are as wide as each other.</summary>
    private bool IsStretched
    {
        get
        {
            var (least, most) = (float.MaxValue, 0f);
            for (var i = 1; i < Words.Length; i++)
            {
                var gap = Words[i].X0 - Words[i - 1].X1;
                (least, most) = (MathF.Min(least, gap), MathF.Max(most, gap));
            }
            return most > CellGap * Height && most < EvenGaps * least && Words.Count(word => word.Text.Any(char.IsLetter)) >= FewestStretched;
        }
    }

    private bool IsTabbedLetter => ListMarkers.IsLetterBullet(Words[0].Text) && Words[1].X0 - Words[0].X1 > TabGap * Height;

    private List<ArraySegment<PdfWord>> SplitCells()
    {
        var cells = new List<ArraySegment<PdfWord>>(1);
        var (start, stretched) = (0, IsStretched);
        for (var i = 1; i < Words.Length && !stretched; i++)
        {
            var isWide = Words[i].X0 - Words[i - 1].X1 > CellGap * Height;
            if (isWide && (i - start > 1 || (start == 0 ? Marker : ListMarkers.Read(Words[start].Text)) is null))
            {
                cells.Add(new(Words, start, i - start));
                start = i;
            }
        }
        cells.Add(new(Words, start, Words.Length - start));
        return cells;
    }

    private static float UsualHeight(PdfWord[] words)
    {
        Span<float> heights = words.Length <= 64 ? stackalloc float[words.Length] : new float[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            heights[i] = words[i].Height;
        }
        heights.Sort();
        return heights[words.Length / 2];
    }
}
