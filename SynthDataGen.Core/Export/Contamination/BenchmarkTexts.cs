using SynthDataGen.Core.Generation.Checks.Duplicates;

namespace SynthDataGen.Core.Export.Contamination;

/// <summary>
/// The texts of a benchmark as runs of 13 words, to find pairs that repeat one, as in Brown et al., "Language models are
/// few-shot learners", 2020, appendix C. Shorter texts are compared whole; texts of fewer than five words are too common to count.
/// </summary>
public sealed class BenchmarkTexts
{
    /// <summary>The number of words in a run.</summary>
    public const int RunLength = 13;

    /// <summary>The fewest words of a text that is compared whole.</summary>
    public const int ShortestText = 5;

    /// <summary>Sorted, with eight bytes per run.</summary>
    private readonly ulong[] runs;

    /// <summary>A bit for each run's last digits, which spares most words of most pairs a search.</summary>
    private readonly ulong[] maybe;

    private BenchmarkTexts(ulong[] runs, long texts)
    {
        (this.runs, Texts) = (runs, texts);
        maybe = new ulong[Math.Max(1, (int)Math.Min(1 << 20, System.Numerics.BitOperations.RoundUpToPowerOf2((uint)runs.Length / 4 + 1)))];
        foreach (var run in runs)
        {
            maybe[(run >> 6) & (ulong)(maybe.Length - 1)] |= 1UL << (int)(run & 63);
        }
    }

    /// <summary>The number of texts.</summary>
    public long Texts { get; }

    /// <summary>Hashes the texts.</summary>
    public static BenchmarkTexts Of(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var (runs, words, count) = (new List<ulong>(), new List<ulong>(), 0L);
        foreach (var text in texts)
        {
            WordHashes.Read(text, words);
            runs.AddRange(RunsOf(words));
            count++;
        }

        runs.Sort();
        return new([.. runs.Distinct()], count);
    }

    /// <summary>Whether the question or the answer repeats one of the texts.</summary>
    public bool AreRepeatedBy(string question, string answer)
    {
        var words = new List<ulong>();
        return Holds(question, words) || Holds(answer, words);
    }

    private bool Holds(string text, List<ulong> words)
    {
        WordHashes.Read(text, words);
        return RunsOf(words).Any(Holds);
    }

    private bool Holds(ulong run) => (maybe[(run >> 6) & (ulong)(maybe.Length - 1)] >> (int)(run & 63) & 1) != 0 && Array.BinarySearch(runs, run) >= 0;

    /// <summary>All runs of a text, or the whole text if it is shorter than a run.</summary>
    private static IEnumerable<ulong> RunsOf(List<ulong> words)
    {
        var length = Math.Min(words.Count, RunLength);
        for (var start = 0; length >= ShortestText && start + length <= words.Count; start++)
        {
            var hash = (ulong)length;
            for (var i = start; i < start + length; i++)
            {
                hash = StableHash.Mix(hash ^ words[i]);
            }

            yield return hash;
        }
    }
}
