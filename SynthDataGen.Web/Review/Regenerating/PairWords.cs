using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Review.Regenerating;

/// <summary>What two versions of a pair are compared by.</summary>
public sealed record PairWords(string Question, string Answer, IReadOnlyList<Evidence> Evidence);
