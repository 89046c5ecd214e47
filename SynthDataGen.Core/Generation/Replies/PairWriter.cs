using SynthDataGen.Core.Generation.Checks;
using SynthDataGen.Core.Generation.Grounding;

namespace SynthDataGen.Core.Generation.Replies;

/// <summary>Makes grounded pairs out of a reply: reads it, looks its quotes up, raises flags.</summary>
public static class PairWriter
{
    /// <summary>Writes at most <paramref name="maxPairs"/> pairs. One whose evidence is missing is kept, and flagged.</summary>
    /// <exception cref="GeneratorException">The reply holds nothing usable.</exception>
    public static IReadOnlyList<GroundedPair> Write(GeneratorReply reply, SourceWindow source, PairChecks checks, int maxPairs)
    {
        ArgumentNullException.ThrowIfNull(checks);
        var pairs = new List<GroundedPair>();
        foreach (var draft in PairReader.Read(reply).Take(maxPairs))
        {
            var evidence = Locate(draft.Quotes, source);
            pairs.Add(new(draft, evidence, checks.Of(draft, evidence)));
        }

        return pairs;
    }

    private static Evidence[] Locate(IReadOnlyList<string> quotes, SourceWindow source) =>
        [.. quotes.SelectMany(quote => Locate(quote, source)).Distinct()];

    /// <summary>A quote with words left out ("first … last") is several quotes, if each of them is found.</summary>
    private static Evidence[] Locate(string quote, SourceWindow source)
    {
        var whole = source.Find(quote);
        if (whole[0].Match != EvidenceMatch.Missing)
        {
            return whole;
        }

        var parts = quote.Split(["...", "…", "[…]"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(part => part.Any(char.IsLetterOrDigit))
            .ToArray();
        var found = parts.Length < 2 ? [] : parts.SelectMany(source.Find).ToArray();
        return found.Length > 0 && found.All(part => part.Match != EvidenceMatch.Missing) ? found : whole;
    }
}
