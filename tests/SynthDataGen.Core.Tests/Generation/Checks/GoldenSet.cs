using System.Text.Json;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Checks;
using SynthDataGen.Core.Generation.Checks.Duplicates;
using SynthDataGen.Core.Generation.Grounding;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Tests.Generation.Checks;

/// <summary>A pair that a person judged: the flags that it deserves.</summary>
public sealed record GoldenPair(string Text, string Question, string Answer, string[] Quotes, string[] Flags);

/// <summary>A golden pair beside the flags that the checks raise.</summary>
public sealed record JudgedPair(GoldenPair Golden, int Number, IReadOnlyCollection<string> Raised)
{
    /// <summary>Pairs before this one were there when the checks were tuned first; later ones were added for a second look.</summary>
    private const int FirstAdded = 201;

    /// <summary>Every third of the first pairs took no part in the tuning of the checks.</summary>
    public bool IsHeldOut => Number < FirstAdded && Number % 3 == 2;

    public bool Deserves(string flag) => Golden.Flags.Contains(flag, StringComparer.Ordinal);

    public bool Has(string flag) => Raised.Contains(flag, StringComparer.Ordinal);
}

/// <summary>How right a gate is: of what it flags, and of what it should flag.</summary>
public sealed record GateScore(string Flag, int Hits, int FalseAlarms, int Misses)
{
    public double Precision => Hits + FalseAlarms == 0 ? 1 : (double)Hits / (Hits + FalseAlarms);

    public double Recall => Hits + Misses == 0 ? 1 : (double)Hits / (Hits + Misses);

    public static GateScore Of(string flag, IReadOnlyCollection<JudgedPair> pairs) => new(
        flag,
        pairs.Count(pair => pair.Has(flag) && pair.Deserves(flag)),
        pairs.Count(pair => pair.Has(flag) && !pair.Deserves(flag)),
        pairs.Count(pair => !pair.Has(flag) && pair.Deserves(flag)));

    public override string ToString() => $"{Flag,-20} precision {Precision:0.00}, recall {Recall:0.00} ({Hits} right, {FalseAlarms} wrong, {Misses} missed)";
}

/// <summary>Good and bad pairs with their texts. "Duplicate" means: nearly the words of an earlier pair, not only its sense.</summary>
public sealed record GoldenSet(Dictionary<string, string> Texts, GoldenPair[] Pairs)
{
    public static GoldenSet Read()
    {
        using var json = typeof(GoldenSet).Assembly.GetManifestResourceStream("golden.json")!;
        return JsonSerializer.Deserialize<GoldenSet>(json, JsonSerializerOptions.Web)!;
    }

    /// <summary>Has every pair judged by the checks, as if it had just been written.</summary>
    public IReadOnlyList<JudgedPair> Judge(CheckOptions options)
    {
        var clusters = new Clusters(options.DuplicateSimilarity);
        return [.. Pairs.Select((pair, number) => new JudgedPair(pair, number, [.. FlagsOf(pair, options), .. Joins(pair, clusters)]))];
    }

    private IReadOnlyList<string> FlagsOf(GoldenPair pair, CheckOptions options)
    {
        var text = Texts[pair.Text];
        var evidence = pair.Quotes.Select(quote => EvidenceLocator.Locate(text, 0, text.Length, quote, _ => 1)).ToList();
        return new PairChecks(options, text).Of(new(pair.Question, pair.Answer, pair.Quotes, QuestionTypes.Factual, null), evidence);
    }

    private static IEnumerable<string> Joins(GoldenPair pair, Clusters clusters) =>
        clusters.Join(ComparedPair.Of(Guid.Empty, Guid.CreateVersion7(), pair.Question, pair.Answer)) is null ? [] : [PairFlags.Duplicate];
}
