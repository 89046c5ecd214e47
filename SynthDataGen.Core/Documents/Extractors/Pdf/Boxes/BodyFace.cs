namespace SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;

/// <summary>
/// Learns how wide each letter of the running text is, in heights, to recognise words in another typeface: boxes name no fonts,
/// but bold letters are wider than upright ones (docs/decisions/0026-bold-by-width.md). The widths are the best solution of the words'
/// equations, found by the Kaczmarz method: each word spreads its error over its letters.
/// </summary>
internal sealed class BodyFace
{
    private const int WordsToLearn = 3_000;
    private const int FewestWords = 60;
    private const int FewestSights = 3;
    private const int WordsToTrain = 24_000;
    private const int FewestRounds = 6;
    private const int MostRounds = 60;
    private const int FirstRounds = 2;
    private const float LearningRate = 0.5f;

    /// <summary>Words with a greater error, once the widths are roughly known, are in another typeface.</summary>
    private const float Odd = 0.04f;

    private const float OtherHeight = 0.03f;
    private const float OtherWidth = 0.035f;
    private const int FewestLetters = 4;
    private const char End = '\u0250';

    private readonly float bodyHeight;
    private readonly float[] widths = new float[End];
    private readonly int[] sights = new int[End];
    private readonly bool isKnown;

    public BodyFace(IEnumerable<PdfRow> rows, float bodyHeight)
    {
        this.bodyHeight = bodyHeight;
        Array.Fill(widths, 0.5f);
        var words = rows.Where(row => !HasOtherHeight(row)).SelectMany(row => row.Words).Where(word => IsLatin(word.Text)).Take(WordsToLearn).ToArray();
        foreach (var c in words.SelectMany(word => word.Text))
        {
            sights[c]++;
        }

        var rounds = Math.Clamp(WordsToTrain / Math.Max(words.Length, 1), FewestRounds, MostRounds);
        for (var round = 0; round < rounds; round++)
        {
            Learn(words, round < FirstRounds);
        }

        isKnown = words.Length >= FewestWords;
    }

    /// <summary>Whether the row is surely in another typeface: of another height or other widths.</summary>
    public bool IsOther(PdfRow row) => HasOtherHeight(row) || Difference(row) > OtherWidth;

    /// <summary>Whether the row is surely in the typeface of the running text.</summary>
    public bool IsBody(PdfRow row) => !HasOtherHeight(row) && Difference(row) is >= 0 and < OtherWidth;

    private bool HasOtherHeight(PdfRow row) => Math.Abs(row.Height - bodyHeight) > OtherHeight * bodyHeight;

    private void Learn(PdfWord[] words, bool all)
    {
        foreach (var word in words)
        {
            var difference = Width(word) - Expected(word.Text);
            if (!all && Math.Abs(difference) > Odd * Width(word))
            {
                continue;
            }

            foreach (var c in word.Text)
            {
                widths[c] += LearningRate * difference / word.Text.Length;
            }
        }
    }

    /// <summary>The words' difference from the running text's widths, as a share of their width; -1 if too little is known.</summary>
    private float Difference(PdfRow row)
    {
        var (difference, width, letters) = (0f, 0f, 0);
        foreach (var word in row.Words)
        {
            if (IsLatin(word.Text) && word.Text.All(c => sights[c] >= FewestSights))
            {
                difference += Math.Abs(Width(word) - Expected(word.Text));
                width += Width(word);
                letters += word.Text.Length;
            }
        }
        return isKnown && letters >= FewestLetters && width > 0 ? difference / width : -1;
    }

    private float Width(in PdfWord word) => (word.X1 - word.X0) / bodyHeight;

    private float Expected(string word)
    {
        var width = 0f;
        foreach (var c in word)
        {
            width += widths[c];
        }

        return width;
    }

    private static bool IsLatin(string word) => !word.AsSpan().ContainsAnyExceptInRange('!', (char)(End - 1));
}
