using SynthDataGen.Client;
using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Review.Source;

/// <summary>Where evidence is in the source.</summary>
public static class EvidenceSpans
{
    /// <summary>Whether its words were found there; if not, its offsets are meaningless.</summary>
    public static bool IsFound(this Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return evidence.Match != "missing";
    }

    /// <summary>The spans of the evidence that was found.</summary>
    public static IEnumerable<TextSpan> Spans(this IEnumerable<Evidence> evidence) =>
        evidence.Where(one => one.IsFound()).Select(one => new TextSpan(one.Start, one.End));
}
