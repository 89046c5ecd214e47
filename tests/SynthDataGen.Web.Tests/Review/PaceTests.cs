using SynthDataGen.Web.Review;

namespace SynthDataGen.Web.Tests.Review;

public sealed class PaceTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Too_few_decisions_say_nothing() => Of(0, 10, 20).PerMinute.ShouldBeNull();

    [Fact]
    public void A_decision_every_ten_seconds_is_six_a_minute()
    {
        var pace = Of(0, 10, 20, 30, 40);
        pace.PerMinute!.Value.ShouldBe(6, 0.001);
        pace.Left(420)!.Value.ShouldBe(TimeSpan.FromMinutes(70));
    }

    [Fact]
    public void A_break_is_not_slowness() => Of(0, 10, 20, 30, 1830, 1840).PerMinute!.Value.ShouldBe(6, 0.001);

    [Fact]
    public void Old_decisions_are_forgotten() => Of([.. Enumerable.Range(0, 10).Select(i => i * 60), .. Enumerable.Range(0, 31).Select(i => 600 + i)]).PerMinute!.Value.ShouldBe(60, 0.001);

    private static Pace Of(params int[] seconds)
    {
        var pace = new Pace();
        foreach (var second in seconds)
        {
            pace.Tick(Noon.AddSeconds(second));
        }

        return pace;
    }
}
