using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using SynthDataGen.Core.Generation.Limits;
using SynthDataGen.Worker.Generation.Limits;

namespace SynthDataGen.Worker.Tests.Generation.Limits;

public sealed class LimitExchangeTests
{
    private static readonly LimitGrant OneSlot = new(1, null, 0, null, 0);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unforeseen_fault_ends_no_exchange()
    {
        var reports = 0;
        var exchange = New(_ => Interlocked.Increment(ref reports) == 1 ? throw new InvalidOperationException("Nobody foresaw this.") : Task.FromResult<LimitGrant?>(OneSlot));

        using var slot = await exchange.Gate.EnterAsync(100, Token).WaitAsync(Patience, Token);

        reports.ShouldBeGreaterThan(1);
        exchange.Faults.ShouldBe(0);
    }

    [Fact]
    public async Task A_fault_that_stays_holds_up_no_shutdown()
    {
        var exchange = New(_ => throw new InvalidOperationException("Nobody foresaw this."));
        var waiting = exchange.Gate.EnterAsync(100, Token);

        await exchange.StopAsync().WaitAsync(Patience, Token);

        exchange.Faults.ShouldBeGreaterThan(0);
        waiting.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task An_exchange_belongs_to_no_callers_trace()
    {
        var traced = new TaskCompletionSource<Activity?>();
        var exchange = New(_ =>
        {
            traced.TrySetResult(Activity.Current);
            return Task.FromResult<LimitGrant?>(OneSlot);
        });
        using var caller = new Activity("caller").Start();

        using var slot = await exchange.Gate.EnterAsync(100, Token).WaitAsync(Patience, Token);

        (await traced.Task).ShouldBeNull();
    }

    private static LimitExchange New(Func<LimitReport, Task<LimitGrant?>> report) => new(report, 3, TimeProvider.System, NullLogger<LimitExchange>.Instance);
}
