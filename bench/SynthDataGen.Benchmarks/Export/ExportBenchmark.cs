using System.Globalization;
using Npgsql;
using SynthDataGen.Benchmarks.Review;
using SynthDataGen.Benchmarks.Store;
using SynthDataGen.Client;
using SynthDataGen.Client.Export;
using SynthDataGen.Client.Review;
using SynthDataGen.Testing;

namespace SynthDataGen.Benchmarks.Export;

/// <summary>Exports a million approved pairs, against PostgreSQL's own COPY of the same rows.</summary>
internal static class ExportBenchmark
{
    private const int Pairs = 1_000_000;
    private const int Rounds = 3;

    /// <summary>The rows that an export reads, in the same order.</summary>
    private const string Rows =
        """
        SELECT p.id, p.version, p.document_id, p.revision_id, p.run_id, p.run_item_id, p.context, p.ordinal, p.question, p.answer, p.evidence, p.question_type,
            p.difficulty, p.persona, p.flags, p.tags, p.status, s.stage, p.assignee, p.cluster_id, p.judgement, d.key, r.sha256, p.heading_path, c.name,
            p.generator_name, p.model, p.template, p.template_version, p.decided_by, p.decided_at, p.created_at
        FROM pairs p
        JOIN documents d ON p.document_id = d.id
        JOIN revisions r ON p.revision_id = r.id
        JOIN runs u ON p.run_id = u.id
        LEFT JOIN recipes c ON u.recipe_id = c.id
        LEFT JOIN second_reviews s ON p.id = s.pair_id
        WHERE p.status = 'Approved'
        ORDER BY p.run_id, p.context, p.ordinal
        """;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    public static async Task RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var count = arguments.Count > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : Pairs;
        await using var stack = await ReviewStack.StartAsync(count, reviewers: 1, cancellationToken, isForExports: true);
        var workspace = stack.Reviewers[0];
        string[] cases = ["COPY … TO STDOUT", "one click", "build json", "build jsonl", "build openai"];
        var seconds = cases.ToDictionary(name => name, _ => new List<double>(), StringComparer.Ordinal);
        var firsts = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            var copy = await TimeAsync(() => CopyAsync(stack.Database, cancellationToken));
            var (first, click) = await ClickAsync(workspace, cancellationToken);
            var used = ProcessFigures.Processor(stack.Worker.ProcessId);
            double[] builds = [await BuildAsync(workspace, "json", cancellationToken), await BuildAsync(workspace, "jsonl", cancellationToken), await BuildAsync(workspace, "openai", cancellationToken)];
            used = (ProcessFigures.Processor(stack.Worker.ProcessId) - used) / builds.Length;
            Console.WriteLine($"round {round}: {string.Join(", ", cases.Zip([copy, click, .. builds], (name, time) => FormattableString.Invariant($"{name} {time:F2} s")))}; first byte after {first:F0} ms; the worker's processor time {FormattableString.Invariant($"{used.TotalMicroseconds / count:F1}")} µs per pair; load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}");
            if (round > 0)
            {
                foreach (var (name, time) in cases.Zip([copy, click, .. builds]))
                {
                    seconds[name].Add(time);
                }

                firsts.Add(first);
            }
        }

        Print(count, seconds, cases);
        Console.WriteLine(FormattableString.Invariant(
            $"\nThe first bytes of the one-click export came after {Median(firsts):F0} ms; the worker used {ProcessFigures.PeakMemory(stack.Worker.ProcessId) / 1e6:F0} MB at most, the API {ProcessFigures.PeakMemory(stack.Api.ProcessId) / 1e6:F0} MB."));
    }

    private static void Print(int count, Dictionary<string, List<double>> seconds, string[] cases)
    {
        Console.WriteLine($"""

            ## Export

            {count:N0} approved pairs on {Environment.ProcessorCount} cores, medians of {Rounds} rounds after a warm-up.

            | case | seconds | pairs per second | COPY / case |
            | --- | ---: | ---: | ---: |
            """);
        foreach (var name in cases)
        {
            var by = Median(seconds[cases[0]].Zip(seconds[name], (copy, ours) => copy / ours));
            Console.WriteLine(FormattableString.Invariant($"| {name} | {Median(seconds[name]):F1} | {count / Median(seconds[name]):N0} | {by:F2} |"));
        }
    }

    /// <summary>Runs COPY in psql and discards its output.</summary>
    private static Task CopyAsync(string database, CancellationToken cancellationToken)
    {
        var at = new NpgsqlConnectionStringBuilder(database);
        return Runner.RunAsync(
            "psql", ["-h", at.Host!, "-p", $"{at.Port}", "-U", at.Username!, "-d", at.Database!, "-q", "-o", "/dev/null", "-c", $"COPY ({Rows}) TO STDOUT"], cancellationToken);
    }

    private static async Task<(double FirstMilliseconds, double Seconds)> ClickAsync(WorkspaceClient workspace, CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        await using var stream = await workspace.Export.OpenJsonAsync(new PairFilter(), cancellationToken);
        var buffer = new byte[1 << 16];
        _ = await stream.ReadAsync(buffer, cancellationToken);
        var first = TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
        while (await stream.ReadAsync(buffer, cancellationToken) > 0)
        {
            // A browser would write it to disk.
        }

        return (first, TimeProvider.System.GetElapsedTime(start).TotalSeconds);
    }

    /// <summary>The time from the request until the export is ready, as the export records it, including the wait for a worker.</summary>
    private static async Task<double> BuildAsync(WorkspaceClient workspace, string format, CancellationToken cancellationToken)
    {
        var export = await workspace.Export.StartAsync(new ExportSettings { Format = format }, cancellationToken);
        while (export.State is "queued" or "building")
        {
            await Task.Delay(Look, cancellationToken);
            export = await workspace.Export.GetAsync(export.Id, cancellationToken);
        }

        return export.State == "ready" ? (export.FinishedAt!.Value - export.CreatedAt).TotalSeconds : throw new InvalidOperationException(export.Failure);
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var start = TimeProvider.System.GetTimestamp();
        await work();
        return TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
