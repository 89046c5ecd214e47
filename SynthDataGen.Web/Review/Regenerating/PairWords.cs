using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Review.Regenerating;

/// <summary>The parts of a pair that a comparison shows.</summary>
public sealed record PairWords(string Question, string Answer, IReadOnlyList<Evidence> Evidence);
