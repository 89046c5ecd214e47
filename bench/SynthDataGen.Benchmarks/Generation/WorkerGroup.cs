using System.Diagnostics;

namespace SynthDataGen.Benchmarks.Generation;

/// <summary>Real worker processes over one database.</summary>
internal sealed class WorkerGroup : IDisposable
{
    private readonly List<Process> workers = [];

    /// <summary>Starts some workers, with settings named like environment variables.</summary>
    public WorkerGroup(int count, string folder, params IEnumerable<KeyValuePair<string, string>> settings)
    {
        for (var i = 0; i < count; i++)
        {
            var start = new ProcessStartInfo("dotnet", Path.Combine(AppContext.BaseDirectory, "SynthDataGen.Worker.dll"))
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            };
            foreach (var (name, value) in settings)
            {
                start.Environment[name] = value;
            }

            var worker = Process.Start(start)!;
            worker.OutputDataReceived += (_, _) => { }; // Read, so that a full pipe never blocks the worker.
            worker.BeginOutputReadLine();
            workers.Add(worker);
        }
    }

    /// <summary>Their processor time.</summary>
    public TimeSpan Cpu => workers.Aggregate(TimeSpan.Zero, (sum, worker) => sum + worker.TotalProcessorTime);

    public void Dispose()
    {
        foreach (var worker in workers)
        {
            worker.Kill();
            worker.WaitForExit();
            worker.Dispose();
        }
    }
}
