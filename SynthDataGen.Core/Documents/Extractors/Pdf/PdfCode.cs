using System.Text;
using SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;

namespace SynthDataGen.Core.Documents.Extractors.Pdf;

/// <summary>
/// Recognises code: fixed-width rows set apart from running text. A width counts only if rows of several words agree on
/// it, because any two words can be alike by chance.
/// </summary>
internal sealed class PdfCode
{
    private const int WordsToProve = 3;
    private readonly IReadOnlyList<PdfRow> rows;
    private readonly PdfMetrics metrics;
    private readonly bool[] isCode;

    public PdfCode(IReadOnlyList<PdfRow> rows, PdfMetrics metrics, Func<int, bool> isOther)
    {
        (this.rows, this.metrics) = (rows, metrics);
        isCode = new bool[rows.Count];
        var proven = rows.Where(row => row.Words.Length >= WordsToProve && row.Pitch > 0)
            .GroupBy(row => MathF.Round(row.Pitch, 1))
            .Where(group => group.Count() > 1)
            .Select(group => group.Key)
            .ToHashSet();
        for (var i = 0; i < rows.Count; i++)
        {
            isCode[i] = !isOther(i) && Looks(i, proven);
        }
    }

    public bool Is(int i) => isCode[i];

    /// <summary>The end of the code that starts here.</summary>
    public int End(int start)
    {
        var end = start + 1;
        while (end < rows.Count && isCode[end] && rows[end].Column == rows[start].Column)
        {
            end++;
        }

        return end;
    }

    /// <summary>The code with its indents and blank lines.</summary>
    public string Read(int start, int end)
    {
        var inside = Enumerable.Range(start, end - start).ToList();
        var pitch = inside.Max(i => rows[i].Pitch);
        var left = inside.Min(i => rows[i].X0);
        var code = new StringBuilder();
        foreach (var i in inside)
        {
            if (i > start && rows[i].Y0 - rows[i - 1].Y0 > 1.7f * metrics.Leading)
            {
                code.Append('\n');
            }

            code.Append(Monospace.Lay(rows[i], left, pitch)).Append('\n');
        }
        return code.ToString();
    }

    private bool Looks(int i, HashSet<float> proven) =>
        (GoesOn(i) && Monospace.Fits(rows[i], rows[i - 1].Pitch > 0 ? rows[i - 1].Pitch : ProvenPitch(i)))
        || (rows[i].Pitch > 0 && proven.Contains(MathF.Round(rows[i].Pitch, 1)) && StartsApart(i));

    private bool GoesOn(int i) => i > 0 && isCode[i - 1] && rows[i].Column == rows[i - 1].Column && rows[i].Y0 - rows[i - 1].Y0 < 2.5f * metrics.Leading;

    private float ProvenPitch(int i)
    {
        while (i > 0 && isCode[--i])
        {
            if (rows[i].Pitch > 0)
            {
                return rows[i].Pitch;
            }
        }
        return -1;
    }

    private bool StartsApart(int i) =>
        i == 0
        || rows[i - 1].Column != rows[i].Column
        || rows[i].Y0 - rows[i - 1].Y0 > 1.15f * metrics.Leading
        || Math.Abs(rows[i].Height - rows[i - 1].Height) > 0.1f * rows[i].Height;
}
