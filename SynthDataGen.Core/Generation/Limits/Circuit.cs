namespace SynthDataGen.Core.Generation.Limits;

/// <summary>
/// Keeps calls from an endpoint that has failed several times in a row. After a pause one call may try; where it fails, too, the pause
/// doubles (Nygard, Release It!, Circuit Breaker).
/// </summary>
/// <param name="Failures">Calls that failed in a row.</param>
/// <param name="Openings">How often it opened since the last call that went well.</param>
/// <param name="OpenUntil">When a call may try again; <see cref="DateTimeOffset.MaxValue"/>: once somebody has done something about it; null: closed.</param>
/// <param name="Reason">What to tell people, while it is open.</param>
public sealed record Circuit(int Failures = 0, int Openings = 0, DateTimeOffset? OpenUntil = null, string? Reason = null)
{
    /// <summary>The longest pause.</summary>
    public static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(5);

    public bool IsOpen(DateTimeOffset now) => OpenUntil > now;

    /// <summary>What to think after these outcomes of calls.</summary>
    /// <param name="succeeded">Whether one of them went well.</param>
    /// <param name="failures">How many failed in a row since then, or in all.</param>
    /// <param name="failure">The last failure.</param>
    /// <param name="most">Failures in a row that open it.</param>
    /// <param name="pause">The first pause.</param>
    /// <param name="now">The time.</param>
    public Circuit After(bool succeeded, int failures, EndpointFailure? failure, int most, TimeSpan pause, DateTimeOffset now)
    {
        if (IsOpen(now))
        {
            return this; // Those were on their way when it opened.
        }

        var seen = succeeded ? new(failures) : this with { Failures = Failures + failures, OpenUntil = null };
        if (failure is null || seen.Failures < most)
        {
            return seen;
        }

        var doubled = Math.Min(MaxPause.Ticks, pause.Ticks * Math.Pow(2, seen.Openings));
        var until = failure.NeedsAPerson ? DateTimeOffset.MaxValue : now + TimeSpan.FromTicks((long)doubled);
        return new(seen.Failures, seen.Openings + 1, until, failure.Advice);
    }

    /// <summary>Opens it until a time that the endpoint named itself.</summary>
    public Circuit LeaveAlone(DateTimeOffset until) => this with { OpenUntil = until, Reason = "The endpoint takes no more calls for now, and says until when. The run goes on by itself then." };

    /// <summary>Lets one call try at once: somebody has done something about it.</summary>
    public Circuit HalfOpen(int most) => this with { Failures = Math.Min(Failures, most - 1), OpenUntil = null };
}

/// <summary>Why an endpoint fails, whatever it is asked.</summary>
/// <param name="Advice">One sentence that says what is wrong and what to do.</param>
/// <param name="NeedsAPerson">Whether waiting does not help: the key is refused, the quota is used up.</param>
public sealed record EndpointFailure(string Advice, bool NeedsAPerson);
