using SynthDataGen.Core.Generation.Checks;
using SynthDataGen.Core.Generation.Grounding;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Replies;

/// <summary>Turns a reply into grounded pairs: reads it, looks up its quotes and raises flags.</summary>
public static class PairGrounder
{
    /// <summary>
    /// Returns at most as many pairs as the request asks for. A pair with missing evidence is kept and flagged; one whose question
    /// already exists is left out.
    /// </summary>
    /// <exception cref="GeneratorException">The reply contains nothing usable.</exception>
    public static IReadOnlyList<GroundedPair> Write(GeneratorReply reply, ShownText source, PairChecks checks, GenerationRequest request)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(checks);
        ArgumentNullException.ThrowIfNull(request);
        return [.. PairParser.Read(reply).Where(draft => !Exists(draft, request)).Take(request.Pairs).Select(draft => Ground(draft, source, checks))];
    }

    /// <summary>Looks up a draft's quotes and raises its flags.</summary>
    internal static GroundedPair Ground(PairDraft draft, ShownText source, PairChecks checks)
    {
        var evidence = Locate(draft.Quotes, source);
        return new(draft, evidence, [.. checks.Of(draft, evidence), .. OfPlaces(draft, evidence, source)]);
    }

    private static bool Exists(PairDraft draft, GenerationRequest request) => request.Existing.Contains(draft.Question, StringComparer.OrdinalIgnoreCase);

    /// <summary>The type stays as the generator gave it: it may have quoted too little, which a person can tell.</summary>
    private static string[] OfPlaces(PairDraft draft, Evidence[] evidence, ShownText source) =>
        draft.QuestionType == QuestionTypes.MultiHop && source.PlacesOf(evidence) < 2 ? [PairFlags.SingleSource] : [];

    private static Evidence[] Locate(IReadOnlyList<string> quotes, ShownText source) =>
        [.. quotes.SelectMany(quote => Locate(quote, source)).Distinct()];

    /// <summary>A quote with words left out ("first … last") is several quotes, if all of them are found.</summary>
    private static Evidence[] Locate(string quote, ShownText source)
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
