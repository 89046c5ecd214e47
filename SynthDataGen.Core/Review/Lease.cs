namespace SynthDataGen.Core.Review;

/// <summary>A pair that one person looks at: nobody else is given it to review until the lease ends. It keeps nobody from deciding on it.</summary>
public sealed class Lease
{
    public Guid PairId { get; init; }

    /// <summary>Who has it.</summary>
    public required string By { get; init; }

    /// <summary>When it ends, by the database's clock.</summary>
    public DateTimeOffset Until { get; init; }
}
