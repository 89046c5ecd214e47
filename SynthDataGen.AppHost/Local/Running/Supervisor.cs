using System.Diagnostics;

namespace Aspire.Hosting.Local;

/// <summary>Keeps children running: starts again what ends, with growing delay, and stops all in order.</summary>
internal sealed class Supervisor(Launcher launcher, ConsoleOutput output)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly List<(Tier Tier, CancellationTokenSource Stop, Task Running)> children = [];

    public void KeepRunning(ChildSpec spec)
    {
        var stop = new CancellationTokenSource();
        lock (children)
        {
            children.Add((spec.Tier, stop, KeepRunningAsync(spec, stop.Token)));
        }
    }

    public async Task StopAsync()
    {
        foreach (var tier in Enum.GetValues<Tier>())
        {
            var members = children.Where(child => child.Tier == tier).ToList();
            foreach (var (_, stop, _) in members)
            {
                await stop.CancelAsync();
            }

            await Task.WhenAll(members.Select(child => child.Running));
            foreach (var (_, stop, _) in members)
            {
                stop.Dispose();
            }
        }
    }

    private async Task KeepRunningAsync(ChildSpec spec, CancellationToken stop)
    {
        var delay = FirstDelay;
        try
        {
            while (true)
            {
                if (spec.Prepare is { } prepare)
                {
                    await prepare(stop);
                }

                var started = Stopwatch.StartNew();
                var code = await RunOnceAsync(spec, stop);
                stop.ThrowIfCancellationRequested();
                if (started.Elapsed > Settled)
                {
                    delay = FirstDelay;
                }

                output.Line(spec.Name, $"ended with code {code}; starts again in {delay.TotalSeconds:0} s");
                await Task.Delay(delay, stop);
                delay = TimeSpan.FromTicks(Math.Min(delay.Ticks * 2, LongestDelay.Ticks));
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Told to stop.
        }
        catch (LocalException e)
        {
            output.Line(spec.Name, e.Message);
        }
    }

    private async Task<int> RunOnceAsync(ChildSpec spec, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        using var process = await launcher.StartAsync(spec);
        process.StandardInput.Close();
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await EndAsync(process, spec);
        }

        // What it started itself goes too; it leads a process group.
        await Programs.SignalAsync("KILL", -process.Id);
        return process.ExitCode;

        void Hear(object sender, DataReceivedEventArgs e)
        {
            if (e.Data is { } line && !spec.Quiet)
            {
                output.Line(spec.Name, line);
            }
        }
    }

    private async Task EndAsync(Process process, ChildSpec spec)
    {
        await Programs.SignalAsync(spec.StopSignal, process.Id);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            output.Line(spec.Name, $"did not end within {Patience.TotalSeconds:0} s and is killed");
            await Programs.SignalAsync("KILL", process.Id);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }
}
