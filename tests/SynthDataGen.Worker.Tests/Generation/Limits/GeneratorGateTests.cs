using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Limits;
using SynthDataGen.Worker.Generation.Limits;

namespace SynthDataGen.Worker.Tests.Generation.Limits;

public sealed class GeneratorGateTests
{
    private const int ManyFailures = 3;
    private int news;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_enter_in_the_order_in_which_they_came_as_slots_are_free()
    {
        var gate = NewGate();
        var calls = Enumerable.Range(0, 4).Select(_ => gate.EnterAsync(100, Token)).ToArray();
        gate.Take(Grant(slots: 2));
        var first = await calls[0];
        await calls[1];
        calls[2].IsCompleted.ShouldBeFalse();

        first.Dispose();

        await calls[2];
        calls[3].IsCompleted.ShouldBeFalse();
        gate.Report().ShouldSatisfyAllConditions(r => r.Wanted.ShouldBe(3), r => r.Waiting.ShouldBe(1), r => r.Held.ShouldBe(2));
    }

    [Fact]
    public async Task With_permits_no_more_enter_than_there_are_and_the_unused_ones_go_back()
    {
        var gate = NewGate();
        var calls = Enumerable.Range(0, 2).Select(_ => gate.EnterAsync(100, Token)).ToArray();
        gate.Take(Grant(slots: 8) with { Permits = 5, TokensPerCall = 100 });
        (await calls[0]).Dispose();
        await calls[1];

        var report = gate.Report();

        report.UnusedPermits.ShouldBe(3);
        report.TokenDebt.ShouldBe(-400); // Three that nobody used, and a call that was hung up.
        gate.EnterAsync(100, Token).IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Who_leaves_the_line_takes_no_slot()
    {
        var gate = NewGate();
        using var impatient = new CancellationTokenSource();
        var gone = gate.EnterAsync(100, impatient.Token);
        var stays = gate.EnterAsync(100, Token);
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(gone);

        gate.Take(Grant(slots: 1));

        await stays;
        gate.Report().Wanted.ShouldBe(1);
    }

    [Fact]
    public async Task A_row_of_failures_closes_it_until_the_others_have_heard()
    {
        var gate = NewGate();
        var calls = Enumerable.Range(0, ManyFailures + 1).Select(_ => gate.EnterAsync(100, Token)).ToArray();
        gate.Take(Grant(slots: 1));
        news = 0;
        foreach (var call in calls[..ManyFailures])
        {
            Fail(await call, GeneratorException.Unreachable);
        }

        calls[ManyFailures].IsCompleted.ShouldBeFalse();
        news.ShouldBe(1);
        gate.Report().ShouldSatisfyAllConditions(r => r.FailuresInARow.ShouldBe(ManyFailures), r => r.Failure!.NeedsAPerson.ShouldBeFalse());

        gate.Take(Grant(slots: 1));

        await calls[ManyFailures];
    }

    [Theory]
    [InlineData(ManyFailures - 1, true)]
    [InlineData(ManyFailures - 2, false)]
    public async Task Before_one_failure_too_many_one_call_sees_whether_the_endpoint_answers_another(int failuresElsewhere, bool sees)
    {
        var gate = NewGate();
        var call = gate.EnterAsync(100, Token);
        gate.Take(Grant(slots: 1, failuresElsewhere));
        await call;

        gate.BeginControl().ShouldBe(sees);
        gate.BeginControl().ShouldBeFalse();
        gate.EndControl();
        gate.BeginControl().ShouldBe(sees);
    }

    [Fact]
    public async Task A_call_that_fails_alone_does_not_count_against_the_endpoint()
    {
        var gate = NewGate();
        var calls = Enumerable.Range(0, ManyFailures).Select(_ => gate.EnterAsync(100, Token)).ToArray();
        gate.Take(Grant(slots: 1));
        foreach (var call in calls)
        {
            Fail(await call, GeneratorException.EndpointError);
        }

        gate.Report().ShouldSatisfyAllConditions(r => r.FailuresInARow.ShouldBe(0), r => r.Failure.ShouldBeNull(), r => r.Successes.ShouldBe(ManyFailures));
    }

    [Fact]
    public async Task A_refusal_is_reported_with_its_age_and_the_wait_that_was_asked_for()
    {
        var gate = NewGate();
        var call = gate.EnterAsync(100, Token);
        gate.Take(Grant(slots: 1));
        Fail(await call, GeneratorException.RateLimited, TimeSpan.FromSeconds(9));

        var report = gate.Report();

        (report.Answers, report.Refusals, report.RetryAfter).ShouldBe((1, 1, TimeSpan.FromSeconds(9)));
        report.RefusedCallAge!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task Nobody_waits_for_a_generator_that_was_taken_away()
    {
        var gate = NewGate();
        var waiting = gate.EnterAsync(100, Token);

        gate.Break(new GeneratorException(GeneratorException.BadRequest, "It was taken away."));

        await Should.ThrowAsync<GeneratorException>(waiting);
        await Should.ThrowAsync<GeneratorException>(gate.EnterAsync(100, Token));
    }

    [Fact]
    public async Task Many_threads_never_have_more_calls_in_flight_than_slots()
    {
        var gate = NewGate();
        gate.Take(Grant(slots: 5));
        var (inFlight, most) = (0, 0);

        await Task.WhenAll(Enumerable.Range(0, 2_000).Select(_ => Task.Run(async () =>
        {
            using var slot = await gate.EnterAsync(100, Token);
            most = Math.Max(most, Interlocked.Increment(ref inFlight));
            await Task.Yield();
            Interlocked.Decrement(ref inFlight);
        })));

        most.ShouldBeInRange(1, 5);
        gate.Report().Wanted.ShouldBe(0);
        gate.IsAtRest.ShouldBeTrue();
    }

    private GeneratorGate NewGate() => new(TimeProvider.System, ManyFailures) { OnNews = () => news++ };

    private static LimitGrant Grant(int slots, int failuresInARow = 0) => new(slots, null, 0, null, failuresInARow);

    private static void Fail(CallSlot slot, string reason, TimeSpan? retryAfter = null)
    {
        slot.Failure = new(reason, "It failed.") { RetryAfter = retryAfter };
        slot.Dispose();
    }
}
