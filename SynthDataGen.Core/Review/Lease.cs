namespace SynthDataGen.Core.Review;

/// <summary>A pair that one person looks at: nobody else is given it to review until the lease ends. A lease prevents no decision.</summary>
public sealed class Lease
{
    public Guid PairId { get; init; }

    /// <summary>The holder.</summary>
    public required string By { get; init; }

    /// <summary>When it ends, by the database's clock.</summary>
    public DateTimeOffset Until { get; init; }
}
