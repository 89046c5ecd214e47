namespace SynthDataGen.Core.Pairs;

/// <summary>The keys for finding similarly worded pairs. Only the first pair of a cluster has one.</summary>
public sealed class Fingerprint
{
    public Guid PairId { get; init; }
    public required int[] Bands { get; init; }
}
