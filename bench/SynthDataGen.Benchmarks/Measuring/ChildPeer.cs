using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace SynthDataGen.Benchmarks.Measuring;

/// <summary>
/// A peer in a process of its own that stays: it is told what to do a line at a time and answers with the seconds of processor
/// time and of the clock that it took, so that the start of its runtime is not counted.
/// </summary>
internal sealed class ChildPeer : IDisposable
{
    private readonly Process process;

    private ChildPeer(Process process) => this.process = process;

    /// <summary>Starts it and prints its first line, the version; null, said on the screen, where it is not to be had.</summary>
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
            // The runtime that it needs is not installed, which is said below.
        }
        Console.WriteLine($"* {name}: SKIPPED, it is not to be had here. {hint}");
        return null;
    }

    /// <summary>Has it do the work so many times and gives the mean.</summary>
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
