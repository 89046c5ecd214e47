using System.Runtime.InteropServices;
using SynthDataGen.Core.Export.Contamination;
using SynthDataGen.Core.Export.Planning;

namespace SynthDataGen.Core.Export.Report;

/// <summary>Counts an export while its pairs are written. It keeps an entry per document and little else.</summary>
public sealed class DatasetFigures
{
    /// <summary>The approximate number of pairs whose words are counted: counting those of a million pairs would take as long as writing them.</summary>
    private const int Sample = 10_000;

    private readonly double share;
    private readonly List<ulong> questionWords = [];
    private readonly List<ulong> answerWords = [];
    private readonly List<ulong> words = [];
    private (Guid Run, int Context)? context;

    /// <param name="pairs">How many pairs will be written.</param>
    public DatasetFigures(long pairs) => share = (double)Sample / Math.Max(1, pairs);

    public Tally<Part> Parts { get; } = new();
    public Tally<string> Types { get; } = new();

    /// <summary>By difficulty; empty: unknown.</summary>
    public Tally<string> Difficulties { get; } = new();

    /// <summary>By document, with its key.</summary>
    public Tally<(Guid Id, string Key)> Documents { get; } = new();

    /// <summary>By the person who decided; empty: nobody has.</summary>
    public Tally<string> Reviewers { get; } = new();

    /// <summary>By recipe, generator, model, and template with its version.</summary>
    public Tally<(string Recipe, string Generator, string Model, string Template)> Origins { get; } = new();

    /// <summary>Lengths of questions and of answers, of <see cref="Measured"/> pairs.</summary>
    public LengthTally Questions { get; } = new();
    public LengthTally Answers { get; } = new();

    /// <summary>Pairs whose words were counted: all, or of many pairs about 10,000 drawn by their ids.</summary>
    public long Measured { get; private set; }

    /// <summary>Contexts that at least one pair came from.</summary>
    public long Contexts { get; private set; }

    /// <summary>The newest decision on any of the pairs.</summary>
    public DateTimeOffset? NewestDecision { get; private set; }

    /// <summary>MTLD of questions and of answers, of <see cref="Measured"/> pairs; null: too few words.</summary>
    public (double? Questions, double? Answers) Diversity => (LexicalDiversity.Of(questionWords), LexicalDiversity.Of(answerWords));

    /// <summary>Adds a pair. Pairs come in the order of writing.</summary>
    public void Add(ExportedPair pair, Part part)
    {
        ArgumentNullException.ThrowIfNull(pair);
        Parts.Add(part);
        Types.Add(pair.QuestionType);
        Difficulties.Add(pair.Difficulty ?? "");
        Documents.Add((pair.DocumentId, pair.DocumentKey));
        Reviewers.Add(pair.DecidedBy ?? "");
        Origins.Add((pair.Recipe, pair.Generator, pair.Model, $"{pair.Template} {pair.TemplateVersion}"));
        if (context != (pair.RunId, pair.Context))
        {
            context = (pair.RunId, pair.Context);
            Contexts++;
        }

        NewestDecision = pair.DecidedAt > NewestDecision || NewestDecision is null ? pair.DecidedAt : NewestDecision;
        if (Chance.Of(pair.Id, seed: 0) < share)
        {
            Measured++;
            Measure(pair.Question, Questions, questionWords);
            Measure(pair.Answer, Answers, answerWords);
        }
    }

    private void Measure(string text, LengthTally lengths, List<ulong> all)
    {
        WordHashes.Read(text, words);
        lengths.Add(words.Count);
        all.AddRange(words);
    }
}

/// <summary>Counts by kind.</summary>
public sealed class Tally<T>
    where T : notnull
{
    private readonly Dictionary<T, long> counts = [];

    /// <summary>The counts of all kinds, the largest first, in a stable order.</summary>
    public IReadOnlyList<(T Kind, long Count)> Counts =>
        [.. counts.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key.ToString(), StringComparer.Ordinal).Select(entry => (entry.Key, entry.Value))];

    /// <summary>The number of kinds.</summary>
    public int Kinds => counts.Count;

    /// <summary>The count of one kind.</summary>
    public long this[T kind] => counts.GetValueOrDefault(kind);

    public void Add(T kind) => CollectionsMarshal.GetValueRefOrAddDefault(counts, kind, out _)++;
}

/// <summary>Counts texts by their number of words.</summary>
public sealed class LengthTally
{
    private static readonly int[] Bounds = [5, 10, 15, 20, 30, 50, 75, 100, 150, 200, 300];

    /// <summary>Texts by number of words; the last entry counts all longer ones.</summary>
    private readonly long[] counts = new long[2_001];

    public void Add(int words) => counts[Math.Min(words, counts.Length - 1)]++;

    /// <summary>Texts by ranges of length, from the shortest to the longest present.</summary>
    public IReadOnlyList<(string Words, long Count)> Ranges
    {
        get
        {
            int[] bounds = [0, .. Bounds, int.MaxValue];
            var all = Enumerable.Range(1, bounds.Length - 1).Select(i => (Words: NameOf(bounds[i - 1], bounds[i]), Count: Between(bounds[i - 1], bounds[i]))).ToList();
            return [.. all.SkipWhile(range => range.Count == 0).Reverse().SkipWhile(range => range.Count == 0).Reverse()];
        }
    }

    /// <summary>The number of words that this share of the texts, 0–1, does not exceed.</summary>
    public int Quantile(double share)
    {
        var (wanted, sum) = (share * counts.Sum(), 0L);
        for (var words = 0; words < counts.Length; words++)
        {
            sum += counts[words];
            if (sum >= wanted && sum > 0)
            {
                return words;
            }
        }

        return 0;
    }

    private static string NameOf(int above, int upTo) => upTo == int.MaxValue ? $"more than {above}" : $"{(above == 0 ? 0 : above + 1)}–{upTo}";

    private long Between(int above, int upTo) => counts.Where((_, words) => (words > above || above == 0) && words <= upTo).Sum();
}
