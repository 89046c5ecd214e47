namespace SynthDataGen.Core.Workspaces;

/// <summary>How the workspace's pairs are reviewed; null means the default.</summary>
public sealed record ReviewSettings
{
    /// <summary>One per digit.</summary>
    public const int MaxReasons = 9;
    public const int MaxReasonLength = 60;
    public const int MaxLeaseMinutes = 120;
    public const int DefaultLeaseMinutes = 10;

    /// <summary>Why pairs are rejected.</summary>
    public IReadOnlyList<string>? Reasons { get; init; }

    /// <summary>How long a pair that one person is viewing is kept from others.</summary>
    public int? LeaseMinutes { get; init; }

    /// <summary>The share of pairs that needs two independent decisions, 0–100 %.</summary>
    public int? SecondShare { get; init; }

    public TimeSpan LeaseTime => TimeSpan.FromMinutes(LeaseMinutes ?? DefaultLeaseMinutes);
}
