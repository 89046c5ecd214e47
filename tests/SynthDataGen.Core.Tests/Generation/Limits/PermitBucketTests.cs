using FsCheck;
using FsCheck.Fluent;
using SynthDataGen.Core.Generation.Limits;

namespace SynthDataGen.Core.Tests.Generation.Limits;

public sealed class PermitBucketTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(5000)]
    public void Nearly_all_permits_of_a_minute_are_given(int perMinute)
    {
        var taken = TakeAll(perMinute, new Random(1)).Count(at => at < Start.AddMinutes(10));

        (taken / 10.0).ShouldBeInRange(perMinute * 0.45, perMinute);
        (perMinute < 1000 || taken / 10.0 > perMinute * 0.95).ShouldBeTrue();
    }

    [Fact]
    public void No_minute_has_more_than_its_permits_though_each_is_used_up_to_a_second_late() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        var perMinute = random.Next(1, 600);

        var used = TakeAll(perMinute, random).Select(at => at.AddSeconds(random.NextDouble())).Order().ToArray();

        return used.Select((at, i) => i < perMinute || at - used[i - perMinute] >= TimeSpan.FromSeconds(59.999)).All(fits => fits);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    /// <summary>When whole permits were taken by somebody who looks every half second or so for eleven minutes.</summary>
    private static List<DateTimeOffset> TakeAll(int perMinute, Random random)
    {
        var taken = new List<DateTimeOffset>();
        var bucket = PermitBucket.Full(perMinute, Start);
        for (var at = Start; at < Start.AddMinutes(11); at = at.AddSeconds(0.1 + (random.NextDouble() * 0.8)))
        {
            bucket = bucket.Fill(perMinute, at);
            var permits = (int)Math.Floor(bucket.Content);
            bucket = bucket.Take(permits);
            taken.AddRange(Enumerable.Repeat(at, permits));
        }

        return taken;
    }
}
