using System.Globalization;
using SynthDataGen.Benchmarks.Store;
using SynthDataGen.Client.Review;

namespace SynthDataGen.Benchmarks.Review;

/// <summary>Reviews in a workspace of a million pairs over HTTP, like the browser app.</summary>
internal static class ReviewBenchmark
{
    private const int Pairs = 1_000_000;
    private const int Reviewers = 20;
    private const int Takes = 40;
    private const int ListRounds = 2;
    private const int Page = 50;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    public static async Task RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var count = arguments.Count > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : Pairs;
        await using var stack = await ReviewStack.StartAsync(count, Reviewers, cancellationToken);
        Console.WriteLine($"""
            ## Review

            {count:N0} pairs in one workspace on {Environment.ProcessorCount} cores; the last of them were saved at {stack.SavedPerSecond:N0} per second.

            | case | calls | p50, ms | p95, ms | max, ms | slowest |
            | --- | ---: | ---: | ---: | ---: | --- |
            """);
        var review = stack.Reviewers[0].Review;
        await TakeAndDecideAsync(review, cancellationToken);
        await ListAsync("filter change, a page of 50", review, [.. ReviewCases.Filters(stack.Sources)], cancellationToken);
        await ListAsync("search, a page of 50", review, [.. ReviewCases.Searches()], cancellationToken);
        await CountAsync(review, [.. ReviewCases.Filters(stack.Sources), .. ReviewCases.Searches()], cancellationToken);
        await ReviewersAtWork.RunAsync(stack.Reviewers, cancellationToken);
        await DecideOnAllAsync(stack, cancellationToken);
        foreach (var size in await stack.AskAsync("SELECT indexrelname, pg_size_pretty(pg_relation_size(indexrelid)) FROM pg_stat_user_indexes WHERE relname IN ('pairs', 'pair_words') ORDER BY 1", cancellationToken))
        {
            Console.WriteLine($"* {size}");
        }
    }

    /// <summary>The first round of each order is not counted, because the API is still compiling.</summary>
    private static async Task TakeAndDecideAsync(ReviewClient review, CancellationToken cancellationToken)
    {
        foreach (var sort in new[] { "created", "document", "doubt", "spread", "judge" })
        {
            var (takes, decisions) = (new Latencies($"next ten, by {sort}"), new Latencies($"decision, by {sort}"));
            for (var i = 0; i <= Takes; i++)
            {
                var taken = await takes.MeasureAsync(sort, () => review.TakeAsync(new(new() { Sort = sort }, 10), cancellationToken), isWarm: i > 0);
                foreach (var pair in taken.Items)
                {
                    await decisions.MeasureAsync(sort, () => review.DecideAsync(pair.Id, new(pair.Id.GetHashCode() % 2 == 0 ? "approve" : "reject", pair.Version), cancellationToken), isWarm: i > 0);
                }
            }

            takes.Print();
            decisions.Print();
        }
    }

    private static async Task ListAsync(string what, ReviewClient review, IReadOnlyList<PairFilter> filters, CancellationToken cancellationToken)
    {
        var latencies = new Latencies(what);
        for (var round = 0; round <= ListRounds; round++)
        {
            foreach (var filter in filters)
            {
                var page = await latencies.MeasureAsync(filter.ToString(), () => review.ListAsync(filter, limit: Page, cancellationToken: cancellationToken), isWarm: round > 0);
                if (page.Next is { } next)
                {
                    await latencies.MeasureAsync($"second page of {filter}", () => review.ListAsync(filter, next, Page, cancellationToken), isWarm: round > 0);
                }
            }
        }

        latencies.Print();
    }

    private static async Task CountAsync(ReviewClient review, IReadOnlyList<PairFilter> filters, CancellationToken cancellationToken)
    {
        var latencies = new Latencies("count up to 100,000");
        foreach (var filter in filters)
        {
            await latencies.MeasureAsync(filter.ToString(), () => review.CountAsync(filter, cancellationToken));
        }

        latencies.Print();
    }

    private static async Task DecideOnAllAsync(ReviewStack stack, CancellationToken cancellationToken)
    {
        var review = stack.Reviewers[0].Review;
        var start = TimeProvider.System.GetTimestamp();
        var bulk = await review.DecideAsync(new BulkDecision("approve") { Filter = new() }, cancellationToken);
        bulk = await EndAsync(review, bulk, cancellationToken);
        Console.WriteLine($"\n* {bulk.Changed:N0} of {bulk.Total:N0} pairs approved in bulk in {Seconds(start):F0} s; the worker used {ProcessFigures.PeakMemory(stack.Worker.ProcessId) / 1e6:F0} MB at most.");
        start = TimeProvider.System.GetTimestamp();
        bulk = await EndAsync(review, await review.UndoAsync(bulk.UndoToken, cancellationToken), cancellationToken);
        Console.WriteLine($"* Undone in {Seconds(start):F0} s; {bulk.Changed:N0} remain changed; the worker used {ProcessFigures.PeakMemory(stack.Worker.ProcessId) / 1e6:F0} MB at most.");
    }

    private static async Task<BulkOutcome> EndAsync(ReviewClient review, BulkOutcome bulk, CancellationToken cancellationToken)
    {
        while (bulk.State is "working" or "undoing")
        {
            await Task.Delay(Look, cancellationToken);
            bulk = await review.GetBulkAsync(bulk.UndoToken, cancellationToken);
        }

        return bulk;
    }

    private static double Seconds(long start) => TimeProvider.System.GetElapsedTime(start).TotalSeconds;
}
