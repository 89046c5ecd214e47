namespace SynthDataGen.Core.Generation;

/// <summary>What one worker does for a run at this moment, and did so far.</summary>
public sealed class RunActivity
{
    /// <summary>How long it counts: a worker that died takes nothing back.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    public Guid RunId { get; init; }
    public Guid WorkerId { get; init; }

    /// <summary>Calls that are being answered.</summary>
    public int InFlight { get; init; }

    /// <summary>Calls that were made again so far, because the endpoint had failed or its answer was of no use.</summary>
    public int Retries { get; init; }
    public DateTimeOffset SeenAt { get; init; }
}
