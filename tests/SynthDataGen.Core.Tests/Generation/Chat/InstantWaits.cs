using System.Collections.Concurrent;

namespace SynthDataGen.Core.Tests.Generation.Chat;

/// <summary>A clock that notes every wait; those of the lengths given pass at once, so that no test waits for them.</summary>
internal sealed class InstantWaits(DateTimeOffset now, params TimeSpan[] instant) : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> waits = new();

    public IReadOnlyList<TimeSpan> Waits => [.. waits];

    public override DateTimeOffset GetUtcNow() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        waits.Enqueue(dueTime);
        return base.CreateTimer(callback, state, instant.Contains(dueTime) ? TimeSpan.Zero : dueTime, period);
    }
}
