namespace SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;

/// <summary>A document's usual measures: text height, line spacing, line ends.</summary>
internal sealed class PdfMetrics
{
    private const int LinesOfText = 3;
    private readonly Dictionary<(int Column, int Left), float> rights = [];

    public PdfMetrics(IReadOnlyList<PdfRow> rows)
    {
        BodyHeight = Mode(rows.Select(row => (row.Height, row.Text.Length)), 0.25f);
        Leading = Mode(Steps(rows), 0.25f);
        if (Leading <= 0)
        {
            Leading = 1.2f * BodyHeight;
        }

        // If there is running text at a left edge, tables at that edge do not define its right end.
        foreach (var group in rows.GroupBy(Key))
        {
            var text = group.Where(row => row.Cells.Count == 1).ToList();
            rights[group.Key] = (text.Count >= LinesOfText ? text : [.. group]).Max(row => row.X1);
        }
    }

    public float BodyHeight { get; }

    /// <summary>The distance from one line of running text to the next.</summary>
    public float Leading { get; }

    /// <summary>Whether the first word of the next row would have fit on this one, so that the author ended the line.</summary>
    public bool EndsEarly(PdfRow row, PdfRow next)
    {
        var right = rights[Key(row)];
        if (next.X0 < row.TextX0 && next.Column == row.Column)
        {
            right = Math.Max(right, rights[Key(next)]);
        }

        var word = next.Words[0];
        return !row.RightToLeft && row.X1 + word.X1 - word.X0 + 0.3f * row.Height < right - 1.2f * row.Height;
    }

    private static (int, int) Key(PdfRow row) => (row.Column, (int)MathF.Round(row.TextX0 / 4));

    private IEnumerable<(float, int)> Steps(IReadOnlyList<PdfRow> rows)
    {
        for (var i = 1; i < rows.Count; i++)
        {
            var step = rows[i].Y0 - rows[i - 1].Y0;
            if (rows[i].Column == rows[i - 1].Column && step > 0 && Math.Abs(rows[i].Height - BodyHeight) < 0.1f * BodyHeight && step < 3 * BodyHeight)
            {
                yield return (step, rows[i].Text.Length);
            }
        }
    }

    private static float Mode(IEnumerable<(float Value, int Weight)> values, float grain)
    {
        var weights = new Dictionary<int, int>();
        foreach (var (value, weight) in values)
        {
            weights[(int)MathF.Round(value / grain)] = weights.GetValueOrDefault((int)MathF.Round(value / grain)) + weight;
        }

        return weights.Count == 0 ? 0 : weights.MaxBy(entry => entry.Value).Key * grain;
    }
}
