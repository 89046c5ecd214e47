namespace SynthDataGen.Core.Generation.Limits;

/// <summary>What one worker wants of a generator, and what it saw since its last report.</summary>
public sealed record LimitReport
{
    /// <summary>Calls in flight and waiting.</summary>
    public int Wanted { get; init; }

    /// <summary>Most calls that may be in flight before the answer to this report arrives.</summary>
    public int Held { get; init; }

    /// <summary>Calls that wait to be sent.</summary>
    public int Waiting { get; init; }

    /// <summary>Permits it was granted and did not use.</summary>
    public int UnusedPermits { get; init; }

    /// <summary>Tokens that a call takes, as far as known before it is made.</summary>
    public double TokensPerCall { get; init; }

    /// <summary>Tokens that its calls took beyond those that were reserved; below zero where it used fewer, or not all permits.</summary>
    public double TokenDebt { get; init; }

    /// <summary>Calls that ended, well or not.</summary>
    public int Answers { get; init; }

    /// <summary>Calls that were answered.</summary>
    public int Successes { get; init; }

    /// <summary>Calls refused as too many.</summary>
    public int Refusals { get; init; }

    /// <summary>How long ago the last refused call was sent; null without a refusal.</summary>
    public TimeSpan? RefusedCallAge { get; init; }

    /// <summary>How long the endpoint asked to wait; null: it did not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Calls that failed in a row for no fault of theirs, up to now.</summary>
    public int FailuresInARow { get; init; }

    /// <summary>The last of those failures.</summary>
    public EndpointFailure? Failure { get; init; }
}

/// <summary>What a worker may do until its next report.</summary>
/// <param name="Slots">Calls in flight at once.</param>
/// <param name="Permits">Calls to send; null: as many as it likes.</param>
/// <param name="TokensPerCall">Tokens that are reserved for each of them.</param>
/// <param name="ClosedFor">How long no call may be sent; null: they may.</param>
/// <param name="FailuresInARow">Calls of all workers that failed in a row up to now.</param>
public sealed record LimitGrant(int Slots, int? Permits, double TokensPerCall, TimeSpan? ClosedFor, int FailuresInARow);

/// <summary>What a generator may be asked, as configured.</summary>
/// <param name="Concurrency">Calls in flight at once.</param>
/// <param name="RequestsPerMinute">Calls per minute; null: no bound.</param>
/// <param name="TokensPerMinute">Tokens per minute, in and out; null: no bound.</param>
/// <param name="CircuitFailures">Failures in a row that open the circuit.</param>
/// <param name="CircuitPause">Its first pause.</param>
/// <param name="LongestWait">A wait that runs sit out; where the endpoint asks for a longer one, they are paused.</param>
public sealed record LimitSettings(
    int Concurrency, int? RequestsPerMinute, int? TokensPerMinute, int CircuitFailures, TimeSpan CircuitPause, TimeSpan LongestWait);
