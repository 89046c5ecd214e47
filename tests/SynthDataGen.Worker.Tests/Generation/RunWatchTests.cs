using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using SynthDataGen.Core.Generation;
using SynthDataGen.Worker.Generation;

namespace SynthDataGen.Worker.Tests.Generation;

public sealed class RunWatchTests
{
    private readonly Run run = new() { Id = Guid.CreateVersion7(), GeneratorName = "g", Model = "m", Recipe = new(), StartedBy = "tester" };

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unforeseen_fault_ends_no_watch()
    {
        var looks = 0;
        var watch = New(() => Interlocked.Increment(ref looks) == 1 ? throw new InvalidOperationException("Nobody foresaw this.") : false);

        var finished = await watch.WhileGoingOnAsync(run, HangAsync, Token).WaitAsync(Patience, Token);

        (finished, looks).ShouldBe((false, 2));
    }

    [Fact]
    public async Task A_cancelled_caller_is_no_stopped_run()
    {
        using var cancelled = new CancellationTokenSource();
        var working = New(() => true).WhileGoingOnAsync(run, HangAsync, cancelled.Token);

        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(working);
    }

    [Fact]
    public async Task A_watch_belongs_to_no_callers_trace()
    {
        var traced = new TaskCompletionSource<Activity?>();
        var watch = New(() =>
        {
            traced.TrySetResult(Activity.Current);
            return false;
        });
        using var caller = new Activity("caller").Start();

        await watch.WhileGoingOnAsync(run, HangAsync, Token).WaitAsync(Patience, Token);

        (await traced.Task).ShouldBeNull();
    }

    private static Task HangAsync(CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);

    private static RunWatch New(Func<bool> goesOn) => new((_, _) => Task.FromResult(goesOn()), TimeProvider.System, NullLogger<RunWatch>.Instance);
}
