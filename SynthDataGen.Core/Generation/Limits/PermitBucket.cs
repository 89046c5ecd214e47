namespace SynthDataGen.Core.Generation.Limits;

/// <summary>
/// Permits per minute, as a token bucket (Turner, 1986) that holds a second's worth: in no minute are more taken than there may be,
/// even where each is used up to a second after it was taken.
/// </summary>
/// <param name="Content">Permits in it; below zero where more was used than had been thought.</param>
/// <param name="FilledAt">As of when.</param>
public sealed record PermitBucket(double Content, DateTimeOffset FilledAt)
{
    /// <summary>A full one.</summary>
    public static PermitBucket Full(int perMinute, DateTimeOffset now) => new(Capacity(perMinute), now);

    /// <summary>What it holds now.</summary>
    public PermitBucket Fill(int perMinute, DateTimeOffset now)
    {
        // What it can hold may flow in a second time within the minute, and some is used late: neither may add to the minute's permits.
        var perSecond = Math.Max(perMinute - (2 * Capacity(perMinute)), perMinute / 2.0) / 60;
        var seconds = Math.Max(0, (now - FilledAt).TotalSeconds);
        return new(Math.Min(Capacity(perMinute), Content + (seconds * perSecond)), now);
    }

    /// <summary>After permits were taken; fewer than none: given back.</summary>
    public PermitBucket Take(double permits) => this with { Content = Content - permits };

    private static double Capacity(int perMinute) => Math.Max(1, perMinute / 60.0);
}
