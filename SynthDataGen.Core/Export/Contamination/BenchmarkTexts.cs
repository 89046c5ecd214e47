using SynthDataGen.Core.Generation.Checks.Duplicates;

namespace SynthDataGen.Core.Export.Contamination;

/// <summary>
/// Knows the texts of a benchmark by their runs of 13 words, to find pairs that repeat one: the measure of Brown et al., "Language models are
/// few-shot learners", 2020, appendix C. Texts of fewer words are compared whole; those of fewer than five are too common to say anything.
/// </summary>
public sealed class BenchmarkTexts
{
    /// <summary>Words of a run.</summary>
    public const int RunLength = 13;

    /// <summary>Fewest words of a text that is compared whole.</summary>
    public const int ShortestText = 5;

    /// <summary>Sorted: eight bytes a run.</summary>
    private readonly ulong[] runs;

    /// <summary>A bit for each run's last digits: most words of most pairs need no search.</summary>
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

    /// <summary>How many texts it has.</summary>
    public long Texts { get; }

    /// <summary>Learns the texts.</summary>
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

    /// <summary>Whether question or answer repeats one of the texts.</summary>
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

    /// <summary>All runs of a text, or the text itself where it is shorter than one.</summary>
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
