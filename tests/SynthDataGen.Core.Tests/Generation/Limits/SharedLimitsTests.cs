using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using SynthDataGen.Core.Generation.Limits;

namespace SynthDataGen.Core.Tests.Generation.Limits;

public sealed class SharedLimitsTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly LimitSettings Settings = new(32, null, null, 5, TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1));
    private readonly Guid[] workers = [Guid.CreateVersion7(Start), Guid.CreateVersion7(Start.AddSeconds(1)), Guid.CreateVersion7(Start.AddSeconds(2))];

    [Fact]
    public void Calls_in_flight_never_exceed_the_limit_whoever_asks_when() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        var (limits, at, slots, inFlight) = (new SharedLimits(), Start, new int[3], new int[3]);
        for (var turn = 0; turn < 200; turn++)
        {
            var me = random.Next(3);
            at = at.AddSeconds(random.NextDouble() / 4); // So seldom that a lease runs out nobody asks.
            inFlight[me] = random.Next(0, Math.Max(slots[me], inFlight[me]) + 1);
            var held = Math.Max(slots[me], inFlight[me]);
            (limits, var grant) = limits.Exchange(Settings, workers[me], new() { Wanted = inFlight[me] + random.Next(50), Held = held }, at, Start);

            // Until the answer arrives it may have filled what it held.
            inFlight[me] = Math.Max(inFlight[me], random.Next(held + 1));
            slots[me] = grant.Slots;
            inFlight[me] = Math.Max(inFlight[me], grant.Slots);
            if (inFlight.Sum() > Settings.Concurrency)
            {
                return false;
            }
        }

        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Three_workers_with_enough_to_do_use_all_of_it_after_a_few_reports()
    {
        var (limits, slots) = (new SharedLimits(), new int[3]);
        for (var turn = 0; turn < 9; turn++)
        {
            var me = turn % 3;
            (limits, var grant) = limits.Exchange(Settings, workers[me], new() { Wanted = 500, Held = slots[me] }, Start.AddSeconds(turn), Start);
            slots[me] = grant.Slots;
        }

        slots.Order().ShouldBe([10, 11, 11]);
    }

    [Fact]
    public void A_dead_workers_slots_are_free_after_a_while()
    {
        var limits = Exchange(new(), 0, 32, Start).Limits;

        Exchange(limits, 1, 32, Start.AddSeconds(1)).Grant.Slots.ShouldBe(0);
        Exchange(limits, 1, 32, Start + SharedLimits.LeaseTime).Grant.Slots.ShouldBe(32);
    }

    [Fact]
    public void Nobodys_slots_run_out_while_the_database_is_away()
    {
        var limits = Exchange(new(), 0, 32, Start).Limits;
        var back = Start.AddHours(1);

        var (_, grant) = limits.Exchange(Settings, workers[1], new() { Wanted = 32 }, back.AddSeconds(1), upSince: back);

        grant.Slots.ShouldBe(0);
    }

    [Fact]
    public void An_endpoint_that_asks_for_a_wait_is_left_alone_by_all()
    {
        var (limits, _) = new SharedLimits().Exchange(Settings, workers[0], new() { Wanted = 8, RetryAfter = TimeSpan.FromSeconds(20) }, Start, Start);

        Exchange(limits, 1, 8, Start.AddSeconds(5)).Grant.ClosedFor.ShouldBe(TimeSpan.FromSeconds(15));
        Exchange(limits, 1, 8, Start.AddSeconds(20)).Grant.ClosedFor.ShouldBeNull();
    }

    [Fact]
    public void A_wait_beyond_the_longest_opens_the_circuit()
    {
        var (limits, _) = new SharedLimits().Exchange(Settings, workers[0], new() { Wanted = 8, RetryAfter = TimeSpan.FromHours(1) }, Start, Start);

        limits.Circuit.OpenUntil.ShouldBe(Start.AddHours(1));
    }

    [Fact]
    public void After_a_pause_one_call_tries_first()
    {
        var report = new LimitReport { Wanted = 32, Held = 32, Answers = 5, FailuresInARow = 5, Failure = new("down", NeedsAPerson: false) };
        var (limits, closed) = new SharedLimits().Exchange(Settings, workers[0], report, Start, Start);
        closed.ClosedFor.ShouldBe(Settings.CircuitPause);

        Exchange(limits, 0, 32, Start + Settings.CircuitPause).Grant.ShouldBe(new(1, null, 0, null, Settings.CircuitFailures));
    }

    [Fact]
    public void Permits_are_for_those_who_wait_and_come_back_unused()
    {
        var settings = Settings with { RequestsPerMinute = 600 };
        var (limits, grant) = new SharedLimits().Exchange(settings, workers[0], new() { Wanted = 7, Waiting = 7 }, Start, Start);
        grant.Permits.ShouldBe(7);

        (_, grant) = limits.Exchange(settings, workers[0], new() { Wanted = 50, Waiting = 50, UnusedPermits = 5 }, Start, Start);

        grant.Permits.ShouldBe(8); // A second's worth is ten, of which two were used.
    }

    [Fact]
    public void Tokens_that_a_call_took_beyond_its_estimate_are_missing_later()
    {
        var settings = Settings with { TokensPerMinute = 60_000 };
        var report = new LimitReport { Wanted = 50, Waiting = 50, TokensPerCall = 100 };
        var (limits, grant) = new SharedLimits().Exchange(settings, workers[0], report, Start, Start);
        grant.Permits.ShouldBe(10);

        (_, grant) = limits.Exchange(settings, workers[0], report with { TokenDebt = 500 }, Start.AddSeconds(1), Start);

        grant.Permits.ShouldBe(4); // 58,000 a minute flow in: 967 less the 500.
    }

    [Fact]
    public void What_is_kept_is_read_back_the_same()
    {
        var report = new LimitReport { Wanted = 5, Waiting = 5, Answers = 5, FailuresInARow = 5, Failure = new("down", NeedsAPerson: true), TokensPerCall = 10 };
        var (limits, _) = new SharedLimits().Exchange(Settings with { RequestsPerMinute = 10, TokensPerMinute = 1000 }, workers[0], report, Start, Start);

        var json = JsonSerializer.Serialize(limits, JsonSerializerOptions.Web);

        JsonSerializer.Serialize(JsonSerializer.Deserialize<SharedLimits>(json, JsonSerializerOptions.Web), JsonSerializerOptions.Web).ShouldBe(json);
    }

    private (SharedLimits Limits, LimitGrant Grant) Exchange(SharedLimits limits, int worker, int wanted, DateTimeOffset at) =>
        limits.Exchange(Settings, workers[worker], new() { Wanted = wanted }, at, Start);
}
