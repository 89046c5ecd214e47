using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Hosting;

namespace SynthDataGen.AppHost;

/// <summary>Ends the stack when Aspire's orchestrator is gone, without which nothing is watched, started again or stopped.</summary>
internal sealed class Orchestrator(IHostApplicationLifetime lifetime) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(Beat);
        var wasSeen = false;
        while (await beat.WaitForNextTickAsync(stoppingToken))
        {
            var runs = Process.GetProcessesByName("dcp").Any(IsOurs);
            if (wasSeen && !runs && !lifetime.ApplicationStopping.IsCancellationRequested)
            {
                await Console.Error.WriteLineAsync("Aspire's orchestrator (dcp) has ended, so the stack ends too: start it again; your data is kept.");
                // An orderly end would ask the orchestrator. The guard ends the processes.
                Environment.Exit(1);
            }

            wasSeen |= runs;
        }
    }

    /// <summary>Its command line says whom it serves: <c>dcp start-apiserver --monitor PID</c>.</summary>
    private static bool IsOurs(Process process)
    {
        using (process)
        {
            try
            {
                var arguments = File.ReadAllText($"/proc/{process.Id}/cmdline").Split('\0');
                return arguments.Contains("start-apiserver") && arguments.Contains(Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            }
            catch (IOException)
            {
                return false; // Gone by now.
            }
        }
    }
}
