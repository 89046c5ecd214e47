namespace SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;

/// <summary>What stands side by side at one height of a column, from left to right (or right to left, where the script runs so).</summary>
internal sealed class PdfRow
{
    /// <summary>Gap between words, in heights, from which they are cells of their own.</summary>
    private const float CellGap = 0.95f;

    public PdfRow(IEnumerable<PdfLine> lines, int page, int column)
    {
        Page = page;
        Column = column;
        var words = lines.SelectMany(line => line.Words).ToArray();
        RightToLeft = words.Count(word => Script.IsRightToLeft(word.Text)) * 2 > words.Length;
        Words = lines.Count() == 1 && !RightToLeft ? words : [.. words.OrderBy(word => RightToLeft ? -word.X1 : word.X0)];
        if (RightToLeft)
            Words = Script.Logical(Words);
        (X0, X1) = (words.Min(word => word.X0), words.Max(word => word.X1));
        (Y0, Y1) = (words.Min(word => word.Y0), words.Max(word => word.Y1));
        Height = words.Select(word => word.Height).Order().ElementAt(words.Length / 2);
    }

    public int Page { get; }

    /// <summary>Numbers the runs of rows that stand under each other, over the whole document.</summary>
    public int Column { get; }

    public IReadOnlyList<PdfWord> Words { get; }
    public bool RightToLeft { get; }
    public float X0 { get; }
    public float X1 { get; }
    public float Y0 { get; }
    public float Y1 { get; }

    /// <summary>The usual height of its words: the nearest thing to a font size that boxes tell.</summary>
    public float Height { get; }

    public string Text => field ??= string.Join(' ', Words.Select(word => word.Text));

    /// <summary>Width of one character where all are equally wide, else 0.</summary>
    public float Pitch => field == 0 ? field = Monospace.Pitch(Words) : field;

    /// <summary>A list item's sign or number at the row's start, or null.</summary>
    public string? Marker => Words.Count > 1 ? ListMarkers.Read(Words[0].Text) : null;

    /// <summary>Where the row's own words start, beyond a marker.</summary>
    public float TextX0 => Marker is null ? X0 : Words[1].X0;

    /// <summary>Groups of words with wide gaps between them.</summary>
    public IReadOnlyList<IReadOnlyList<PdfWord>> Cells => field ??= [.. SplitCells()];

    private IEnumerable<IReadOnlyList<PdfWord>> SplitCells()
    {
        var cell = new List<PdfWord>();
        foreach (var word in Words)
        {
            if (cell.Count > 0 && word.X0 - cell[^1].X1 > CellGap * Height && !(cell.Count == 1 && ListMarkers.Read(cell[0].Text) is not null))
            {
                yield return cell;
                cell = [];
            }
            cell.Add(word);
        }
        yield return cell;
    }
}
