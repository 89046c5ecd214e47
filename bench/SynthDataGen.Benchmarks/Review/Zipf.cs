using System.Text;

namespace SynthDataGen.Benchmarks.Review;

/// <summary>Text with word frequencies like those of a language: the n-th word is 1/n as frequent as the first (Zipf's law).</summary>
internal sealed class Zipf
{
    private const int Vocabulary = 50_000;
    private static readonly string[] Syllables = ["ba", "con", "der", "fil", "gra", "hun", "is", "ka", "lor", "men", "no", "par", "qui", "ras", "sto", "ter", "ul", "va", "wen", "zo"];

    private readonly double[] sums = new double[Vocabulary];

    public Zipf()
    {
        var sum = 0.0;
        for (var rank = 0; rank < Vocabulary; rank++)
        {
            sums[rank] = sum += 1.0 / (rank + 1);
        }
    }

    /// <summary>The word of a rank, from 0: invented, and different from all others.</summary>
    public static string Word(int rank)
    {
        var word = new StringBuilder();
        for (var rest = rank + Syllables.Length; rest > 0; rest /= Syllables.Length)
        {
            word.Append(Syllables[rest % Syllables.Length]);
        }

        return word.ToString();
    }

    public string Sentence(Random random, int words)
    {
        var text = new StringBuilder();
        for (var i = 0; i < words; i++)
        {
            var found = Array.BinarySearch(sums, random.NextDouble() * sums[^1]);
            text.Append(i == 0 ? "" : " ").Append(Word(Math.Min(found < 0 ? ~found : found, Vocabulary - 1)));
        }

        return text.ToString();
    }
}
