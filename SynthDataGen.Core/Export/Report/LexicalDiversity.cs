namespace SynthDataGen.Core.Export.Report;

/// <summary>
/// MTLD: the mean length, in words, of stretches of a text in which the share of different words stays above 0.72; read forwards and backwards.
/// Unlike the plain share of different words, it does not fall with the length of the text. Source: P. M. McCarthy, S. Jarvis, "MTLD, vocd-D,
/// and HD-D: a validation study of sophisticated approaches to lexical diversity assessment", Behavior Research Methods 42 (2010), 381–392.
/// </summary>
public static class LexicalDiversity
{
    /// <summary>The share at which a stretch ends, as usual in the source.</summary>
    private const double Threshold = 0.72;

    /// <summary>The fewest words for a meaningful result.</summary>
    private const int FewestWords = 100;

    /// <summary>The MTLD of the words; null: they are too few.</summary>
    public static double? Of(IReadOnlyList<ulong> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Count < FewestWords ? null : (OneWay(words) + OneWay(words.Reverse())) / 2;

        double OneWay(IEnumerable<ulong> way) => words.Count / StretchesOf(way);
    }

    /// <summary>The number of stretches, with the rest as a fraction; without any repetition, one.</summary>
    private static double StretchesOf(IEnumerable<ulong> words)
    {
        var (seen, length, stretches) = (new HashSet<ulong>(), 0, 0.0);
        foreach (var word in words)
        {
            seen.Add(word);
            length++;
            if ((double)seen.Count / length <= Threshold)
            {
                stretches++;
                seen.Clear();
                length = 0;
            }
        }

        var rest = length == 0 ? 0 : (1 - (double)seen.Count / length) / (1 - Threshold);
        return stretches + rest == 0 ? 1 : stretches + rest;
    }
}
