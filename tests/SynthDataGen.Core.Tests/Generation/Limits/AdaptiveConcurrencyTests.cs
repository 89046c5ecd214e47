using SynthDataGen.Core.Generation.Limits;

namespace SynthDataGen.Core.Tests.Generation.Limits;

public sealed class AdaptiveConcurrencyTests
{
    private const int Configured = 64;
    private static readonly TimeSpan RoundTrip = TimeSpan.FromMilliseconds(200);
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_endpoint_that_refuses_everything_is_asked_less_and_less() => Settle(limit => limit, 12).ShouldBe(1);

    [Fact]
    public void After_refusals_successes_raise_it_to_what_is_configured_and_no_further()
    {
        var limit = AdaptiveConcurrency.Starting(Configured) with { Limit = 1, LoweredAt = Start };
        var trips = 0;
        for (var at = Start; limit.Limit < Configured; at += RoundTrip, trips++)
        {
            var calls = (int)limit.Limit;
            limit = limit.After(calls, calls, 0, null, Configured, at);
        }

        trips.ShouldBeInRange(5, 12);
        limit.Limit.ShouldBe(Configured);
    }

    [Fact]
    public void It_settles_near_what_the_endpoint_stands() => Settle(limit => Math.Max(0, limit - 20), 100).ShouldBeInRange(20, 32);

    [Fact]
    public void An_endpoint_that_refuses_a_third_whatever_the_load_keeps_half_of_its_calls() =>
        Settle(limit => (int)Math.Round(limit * 0.3), 100).ShouldBeGreaterThan(Configured / 2);

    [Fact]
    public void It_is_lowered_once_for_the_calls_of_one_round_trip()
    {
        var began = Start;
        var limit = AdaptiveConcurrency.Starting(Configured).After(10, 0, 10, began, Configured, Start + RoundTrip);
        limit.Limit.ShouldBe(Configured / 2);

        var again = limit.After(20, 0, 20, began + TimeSpan.FromMilliseconds(10), Configured, Start + RoundTrip + TimeSpan.FromMilliseconds(10));

        again.Limit.ShouldBe(limit.Limit);
    }

    /// <summary>The limit after so many round trips in which the endpoint refuses some of the calls.</summary>
    private static double Settle(Func<int, int> refusals, int trips)
    {
        var limit = AdaptiveConcurrency.Starting(Configured);
        for (var at = Start; trips > 0; at += RoundTrip, trips--)
        {
            var calls = (int)Math.Round(limit.Limit);
            var refused = refusals(calls);
            limit = limit.After(calls, calls - refused, refused, refused > 0 ? at : null, Configured, at + RoundTrip - TimeSpan.FromTicks(1));
        }

        return limit.Limit;
    }
}
