namespace SynthDataGen.Web.Review;

/// <summary>How fast a person decides, over their recent decisions without breaks.</summary>
public sealed class Pace
{
    private const int Remembered = 30;
    private const int Fewest = 3;
    private static readonly TimeSpan Break = TimeSpan.FromMinutes(2);
    private readonly Queue<TimeSpan> gaps = new();
    private DateTimeOffset? last;

    /// <summary>Decisions per minute; null while there are too few.</summary>
    public double? PerMinute => gaps.Count >= Fewest && gaps.Sum(gap => gap.TotalMinutes) is > 0 and var minutes ? gaps.Count / minutes : null;

    /// <summary>Records a decision.</summary>
    public void Tick(DateTimeOffset now)
    {
        if (last is { } before && now - before < Break)
        {
            gaps.Enqueue(now - before);
            if (gaps.Count > Remembered)
            {
                gaps.Dequeue();
            }
        }

        last = now;
    }

    /// <summary>The time that this many pairs take at this pace; null while it is unknown.</summary>
    public TimeSpan? Left(long pairs) => PerMinute is { } pace ? TimeSpan.FromMinutes(pairs / pace) : null;
}
