namespace SynthDataGen.Core.Review;

/// <summary>The keys under which pairs that are worded like this one are found. Only the first pair of a cluster has one.</summary>
public sealed class Fingerprint
{
    public Guid PairId { get; init; }
    public required int[] Bands { get; init; }
}
