using System.Collections.Concurrent;
using System.Diagnostics;

namespace Aspire.Hosting.Local;

/// <summary>
/// Starts children so that none outlives us, not even kill -9: each asks the kernel for a signal at its parent's death.
/// The parent in that sense is the starting thread, not the process, so one thread starts them all and lives as long as we do.
/// </summary>
internal sealed class Launcher : IDisposable
{
    private readonly BlockingCollection<Action> work = [];

    public Launcher()
    {
        var thread = new Thread(() =>
        {
            foreach (var action in work.GetConsumingEnumerable())
            {
                action();
            }
        }) { IsBackground = true, Name = nameof(Launcher) };
        thread.Start();
    }

    public Task<Process> StartAsync(ChildSpec spec)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        work.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(StartInfo(spec))!);
            }
            catch (System.ComponentModel.Win32Exception e)
            {
                started.SetException(new LocalException($"{spec.Name} cannot be started: {e.Message}"));
            }
        });
        return started.Task;
    }

    public void Dispose() => work.CompleteAdding();

    // A session of its own keeps the terminal's Ctrl-C from reaching the child: we stop them in order.
    private static ProcessStartInfo StartInfo(ChildSpec spec)
    {
        var info = new ProcessStartInfo("setsid", ["setpriv", "--pdeathsig", spec.DeathSignal])
        {
            WorkingDirectory = spec.WorkingDirectory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in Programs.AsUser(spec.User))
        {
            info.ArgumentList.Add(argument);
        }

        info.ArgumentList.Add("--");
        info.ArgumentList.Add(spec.File);
        foreach (var argument in spec.Arguments)
        {
            info.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in spec.Environment)
        {
            info.Environment[name] = value;
        }

        return info;
    }
}
