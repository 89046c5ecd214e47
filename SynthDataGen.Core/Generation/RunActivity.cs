namespace SynthDataGen.Core.Generation;

/// <summary>What one worker is doing and has done for a run.</summary>
public sealed class RunActivity
{
    /// <summary>How long it counts, because a dead worker cannot remove it.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    public Guid RunId { get; init; }
    public Guid WorkerId { get; init; }

    /// <summary>Calls in flight.</summary>
    public int InFlight { get; init; }

    /// <summary>Calls repeated so far because the endpoint failed or its answer was unusable.</summary>
    public int Retries { get; init; }
    public DateTimeOffset SeenAt { get; init; }
}
