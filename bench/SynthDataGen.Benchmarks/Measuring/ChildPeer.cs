using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace SynthDataGen.Benchmarks.Measuring;

/// <summary>
/// A peer in a process that keeps running: it reads one task per line and answers with its seconds of processor time and of
/// wall-clock time, so that the start of its runtime is not counted.
/// </summary>
internal sealed class ChildPeer : IDisposable
{
    private readonly Process process;

    private ChildPeer(Process process) => this.process = process;

    /// <summary>The path of a script that runs a peer.</summary>
    public static string Script(string file) => Path.Combine(Testing.Repository.Root, "bench", "peers", file);

    /// <summary>Starts it and prints its first line, the version. If it is not available, prints that and returns null.</summary>
    public static async Task<ChildPeer?> StartAsync(string name, string hint, string command, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        try
        {
            var peer = new ChildPeer(Process.Start(start)!);
            if (await peer.process.StandardOutput.ReadLineAsync() is { } version)
            {
                Console.WriteLine($"* {name}: {version}");
                return peer;
            }
            peer.Dispose();
        }
        catch (Win32Exception)
        {
            // Its runtime is not installed, as reported below.
        }
        Console.WriteLine($"* {name}: SKIPPED, not available here. {hint}");
        return null;
    }

    /// <summary>Has it do the work some times and returns the mean.</summary>
    public async Task<Cost> AskAsync(string task, int repeats, CancellationToken cancellationToken)
    {
        var total = Cost.None;
        for (var i = 0; i < repeats; i++)
        {
            await process.StandardInput.WriteLineAsync(task.AsMemory(), cancellationToken);
            await process.StandardInput.FlushAsync(cancellationToken);
            var answer = await process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("The peer ended.");
            var seconds = answer.Split(' ').Select(part => TimeSpan.FromSeconds(double.Parse(part, CultureInfo.InvariantCulture))).ToArray();
            total += new Cost(seconds[0], seconds[1]);
        }
        return total / repeats;
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
