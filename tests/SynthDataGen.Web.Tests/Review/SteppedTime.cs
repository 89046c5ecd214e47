namespace SynthDataGen.Web.Tests.Review;

/// <summary>A clock that only advances on request and fires the timers it passes.</summary>
internal sealed class SteppedTime : TimeProvider
{
    private readonly List<Bell> bells = [];
    private DateTimeOffset now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var bell = new Bell(this, () => callback(state));
        bell.Change(dueTime, period);
        lock (bells)
        {
            bells.Add(bell);
        }

        return bell;
    }

    public void Step(TimeSpan time)
    {
        now += time;
        List<Bell> ringing;
        lock (bells)
        {
            ringing = [.. bells.Where(bell => bell.Due <= now)];
        }

        ringing.ForEach(bell => bell.Ring());
    }

    private sealed class Bell(SteppedTime time, Action ring) : ITimer
    {
        public DateTimeOffset Due { get; private set; } = DateTimeOffset.MaxValue;

        public void Ring()
        {
            Due = DateTimeOffset.MaxValue;
            ring();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : time.now + dueTime;
            return true;
        }

        public void Dispose() => Due = DateTimeOffset.MaxValue;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
