using SynthDataGen.Core.Generation.Checks;
using SynthDataGen.Core.Generation.Grounding;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Replies;

/// <summary>Makes grounded pairs out of a reply: reads it, looks its quotes up, raises flags.</summary>
public static class PairWriter
{
    /// <summary>
    /// Writes at most as many pairs as the request asks for. One whose evidence is missing is kept, and flagged; one whose question
    /// exists already is left out.
    /// </summary>
    /// <exception cref="GeneratorException">The reply holds nothing usable.</exception>
    public static IReadOnlyList<GroundedPair> Write(GeneratorReply reply, ShownText source, PairChecks checks, GenerationRequest request)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(checks);
        ArgumentNullException.ThrowIfNull(request);
        return [.. PairReader.Read(reply).Where(draft => !Exists(draft, request)).Take(request.Pairs).Select(draft => Ground(draft, source, checks))];
    }

    /// <summary>Looks a draft's quotes up, and raises its flags.</summary>
    internal static GroundedPair Ground(PairDraft draft, ShownText source, PairChecks checks)
    {
        var evidence = Locate(draft.Quotes, source);
        return new(draft, evidence, [.. checks.Of(draft, evidence), .. OfPlaces(draft, evidence, source)]);
    }

    private static bool Exists(PairDraft draft, GenerationRequest request) => request.Existing.Contains(draft.Question, StringComparer.OrdinalIgnoreCase);

    /// <summary>The type stays as the generator wrote it: it may have quoted too little, and a person can tell.</summary>
    private static string[] OfPlaces(PairDraft draft, Evidence[] evidence, ShownText source) =>
        draft.QuestionType == QuestionTypes.MultiHop && source.PlacesOf(evidence) < 2 ? [PairFlags.SingleSource] : [];

    private static Evidence[] Locate(IReadOnlyList<string> quotes, ShownText source) =>
        [.. quotes.SelectMany(quote => Locate(quote, source)).Distinct()];

    /// <summary>A quote with words left out ("first … last") is several quotes, if each of them is found.</summary>
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
