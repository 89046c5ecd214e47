using SynthDataGen.Client;
using SynthDataGen.Client.Review;

namespace SynthDataGen.Benchmarks.Review;

/// <summary>Many concurrent reviewers, each deciding twice per second for a minute and taking pairs ahead like the desk. Their starts are staggered, because people do not press keys in step.</summary>
internal static class ReviewersAtWork
{
    private const int Ahead = 5;
    private static readonly TimeSpan Time = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    public static async Task RunAsync(IReadOnlyList<WorkspaceClient> reviewers, CancellationToken cancellationToken)
    {
        var (takes, decisions) = (new Latencies($"next ten, {reviewers.Count} reviewers"), new Latencies($"decision, {reviewers.Count} reviewers"));
        var decided = await Task.WhenAll(reviewers.Select((reviewer, i) => WorkAsync(reviewer.Review, i, Ahead * Pace * i / reviewers.Count, takes, decisions, cancellationToken)));
        takes.Print();
        decisions.Print();
        var all = decided.SelectMany(ids => ids).ToList();
        Console.WriteLine($"\n* {reviewers.Count} reviewers made {all.Count} decisions in a minute, without an error; {all.Count - all.Distinct().Count()} pairs went to two of them.\n");
    }

    private static async Task<List<Guid>> WorkAsync(
        ReviewClient review, int number, TimeSpan wait, Latencies takes, Latencies decisions, CancellationToken cancellationToken)
    {
        await Task.Delay(wait, cancellationToken);
        var filter = new PairFilter { Sort = number % 2 == 0 ? "doubt" : null };
        var waiting = new Queue<Pair>();
        var decided = new List<Guid>();
        using var timer = new PeriodicTimer(Pace);
        var start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < Time && await timer.WaitForNextTickAsync(cancellationToken))
        {
            if (waiting.Count < Ahead)
            {
                var taken = await takes.MeasureAsync("take", () => review.TakeAsync(new(filter, 10, [.. waiting.Select(pair => pair.Id)]), cancellationToken));
                taken.Items.ToList().ForEach(waiting.Enqueue);
            }

            var pair = waiting.Dequeue();
            await decisions.MeasureAsync("decide", () => review.DecideAsync(pair.Id, new("approve", pair.Version), cancellationToken));
            decided.Add(pair.Id);
        }

        return decided;
    }
}
