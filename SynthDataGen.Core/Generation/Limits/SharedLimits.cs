namespace SynthDataGen.Core.Generation.Limits;

/// <summary>Slots that a worker may use until a time. One that dies gives them back by not asking again.</summary>
/// <param name="Slots">Most calls that it may have in flight.</param>
/// <param name="Wanted">Calls that it has in flight and waiting.</param>
/// <param name="ExpiresAt">Until when.</param>
public sealed record SlotLease(int Slots, int Wanted, DateTimeOffset ExpiresAt);

/// <summary>
/// What all workers together may ask one generator, and who of them holds how much. One worker after the other reports to it and is told
/// what it may do; calls in flight never exceed the slots held, and those never exceed what is configured.
/// </summary>
public sealed record SharedLimits
{
    /// <summary>How long a worker keeps its slots without a word.</summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(10);

    public AdaptiveConcurrency? Adaptive { get; init; }
    public PermitBucket? Requests { get; init; }
    public PermitBucket? Tokens { get; init; }
    public Circuit Circuit { get; init; } = new();

    /// <summary>Until when the endpoint is left alone, as it asked.</summary>
    public DateTimeOffset? RetryAt { get; init; }
    public IReadOnlyDictionary<Guid, SlotLease> Leases { get; init; } = new Dictionary<Guid, SlotLease>();

    /// <summary>Hears a worker's report and says what it may do.</summary>
    /// <param name="settings">What is configured.</param>
    /// <param name="worker">Who reports.</param>
    /// <param name="report">What it wants and saw.</param>
    /// <param name="now">The database's time.</param>
    /// <param name="upSince">Since when the database is there: while it was away nobody could ask again, so nobody's lease ran out.</param>
    public (SharedLimits Limits, LimitGrant Grant) Exchange(
        LimitSettings settings, Guid worker, LimitReport report, DateTimeOffset now, DateTimeOffset upSince)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(report);
        var heard = Hear(settings, report, now);
        var closedUntil = Later(heard.RetryAt, heard.Circuit.OpenUntil);
        var closed = closedUntil > now;
        var (shared, slots) = heard.Share(settings, worker, report, now, upSince);
        var (taken, permits) = shared.TakePermits(settings, report, closed ? 0 : slots, now);
        return (taken, new(slots, permits, report.TokensPerCall, closed ? closedUntil - now : null, taken.Circuit.Failures));
    }

    private SharedLimits Hear(LimitSettings settings, LimitReport report, DateTimeOffset now)
    {
        var adaptive = (Adaptive ?? AdaptiveConcurrency.Starting(settings.Concurrency))
            .After(report.Answers, report.Successes, report.Refusals, now - report.RefusedCallAge, settings.Concurrency, now);
        var circuit = Circuit.After(report.Successes > 0, report.FailuresInARow, report.Failure, settings.CircuitFailures, settings.CircuitPause, now);
        circuit = report.RetryAfter > settings.LongestWait ? circuit.LeaveAlone(now + report.RetryAfter.Value) : circuit;
        var opened = circuit.OpenUntil is not null && circuit.OpenUntil != Circuit.OpenUntil;
        return this with
        {
            Adaptive = opened ? adaptive with { Limit = 1 } : adaptive, // One call tries first.
            Circuit = circuit,
            RetryAt = Later(RetryAt, now + report.RetryAfter),
        };
    }

    private (SharedLimits Limits, int Slots) Share(LimitSettings settings, Guid worker, LimitReport report, DateTimeOffset now, DateTimeOffset upSince)
    {
        var others = Leases.Where(lease => lease.Key != worker && Later(lease.Value.ExpiresAt, upSince + LeaseTime) > now).OrderBy(lease => lease.Key).ToList();
        var limit = Math.Min(settings.Concurrency, (int)Math.Round(Adaptive!.Limit));
        var place = others.Count(other => other.Key < worker);
        var wanted = others.Select(other => other.Value.Wanted).ToList();
        wanted.Insert(place, report.Wanted);

        // What others still hold beyond their share they give back when they ask next; until then it is theirs.
        var free = Math.Max(0, settings.Concurrency - others.Sum(other => other.Value.Slots));
        var slots = Math.Min(FairShares.Of(limit, wanted)[place], free);
        var leases = others.ToDictionary(other => other.Key, other => other.Value);
        if (report.Wanted + report.Held > 0)
        {
            leases[worker] = new(Math.Max(slots, report.Held), report.Wanted, now + LeaseTime);
        }

        return (this with { Leases = leases }, slots);
    }

    /// <summary>Takes permits for the calls that wait, within the worker's share of what there is.</summary>
    private (SharedLimits Limits, int? Permits) TakePermits(LimitSettings settings, LimitReport report, int slots, DateTimeOffset now)
    {
        var requests = Filled(Requests, settings.RequestsPerMinute, now)?.Take(-report.UnusedPermits);
        var tokens = Filled(Tokens, settings.TokensPerMinute, now)?.Take(report.TokenDebt);
        if (requests is null && tokens is null)
        {
            return (this with { Requests = null, Tokens = null }, null);
        }

        var share = (double)slots / Math.Max(1, Leases.Values.Sum(lease => lease.Slots));
        var permits = Math.Min(report.Waiting, Math.Min(Calls(requests, 1), Calls(tokens, report.TokensPerCall)));
        permits = Math.Min(permits, (int)Math.Ceiling(permits * share));
        return (this with { Requests = requests?.Take(permits), Tokens = tokens?.Take(permits * report.TokensPerCall) }, permits);
    }

    private static PermitBucket? Filled(PermitBucket? bucket, int? perMinute, DateTimeOffset now) =>
        perMinute is not { } rate ? null : (bucket ?? PermitBucket.Full(rate, now)).Fill(rate, now);

    /// <summary>Calls that a bucket is good for. A call that is larger than the bucket passes when it is not empty, and leaves a debt.</summary>
    private static int Calls(PermitBucket? bucket, double each) => bucket?.Content is not { } content ? int.MaxValue
        : content < 1 ? 0
        : (int)Math.Min(int.MaxValue, Math.Max(1, Math.Floor(content / Math.Max(1, each))));

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;
}
