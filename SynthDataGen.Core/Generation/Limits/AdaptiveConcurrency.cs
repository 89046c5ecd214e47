namespace SynthDataGen.Core.Generation.Limits;

/// <summary>
/// How many calls at once an endpoint seems to stand. Each success raises it, a round trip of them by an eighth of what is configured. A
/// refusal for too many calls lowers it by half the share of calls that were refused since the last time (DCTCP, RFC 8257, 3.3), at most
/// once per round trip. So an endpoint that refuses everything is asked half as often with each round trip, and one that refuses now
/// and then, whatever the load, keeps most of its calls.
/// </summary>
/// <param name="Limit">Calls at once, 1 or more; a fraction is a call on its way.</param>
/// <param name="LoweredAt">When it was last lowered.</param>
/// <param name="Answers">Answers since then, refusals among them.</param>
/// <param name="Refusals">Refusals since then.</param>
public sealed record AdaptiveConcurrency(double Limit, DateTimeOffset LoweredAt, int Answers, int Refusals)
{
    private const double RaisePerRoundTrip = 0.125;

    /// <summary>Nothing known yet: as configured.</summary>
    public static AdaptiveConcurrency Starting(int configured) => new(configured, DateTimeOffset.MinValue, 0, 0);

    /// <summary>What to think after these answers.</summary>
    /// <param name="answers">Answers, refusals among them.</param>
    /// <param name="successes">Those that were of use.</param>
    /// <param name="refusals">Those that said: too many calls.</param>
    /// <param name="refusedCallBegan">When the last refused call had been sent; null without a refusal.</param>
    /// <param name="configured">Calls at once at most.</param>
    /// <param name="now">The time.</param>
    public AdaptiveConcurrency After(int answers, int successes, int refusals, DateTimeOffset? refusedCallBegan, int configured, DateTimeOffset now)
    {
        var limit = Math.Clamp(Limit + (successes * RaisePerRoundTrip * configured / Limit), 1, configured);
        var seen = this with { Limit = limit, Answers = Answers + answers, Refusals = Refusals + refusals };

        // A call that was sent before the last lowering says nothing about what is sent since.
        return refusedCallBegan > LoweredAt
            ? new(Math.Max(1, limit * (1 - (seen.Refusals / 2.0 / seen.Answers))), now, 0, 0)
            : seen;
    }
}
