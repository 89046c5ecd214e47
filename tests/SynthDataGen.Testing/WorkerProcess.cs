using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace SynthDataGen.Testing;

/// <summary>The real worker in its own process. It ends with the test process, however that ends.</summary>
public sealed class WorkerProcess : IAsyncDisposable
{
    // The shell forwards signals and reports the end of the worker; at the end of our input, it kills the worker.
    private const string Holder = """
        trap '' INT TERM HUP
        cd "$1"; dll="$2"; shift 2
        env "$@" dotnet "$dll" </dev/null &
        worker=$!
        echo "runs as $worker"
        while read -r signal; do kill -"$signal" "$worker"; wait "$worker"; echo "ended with $?"; done
        kill -KILL "$worker"
        """;

    /// <summary>Long, for several processes may start together on a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Process holder;
    private readonly StringBuilder said = new();
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WorkerProcess(Process holder) => this.holder = holder;

    /// <summary>The id of its process.</summary>
    public int ProcessId { get; private set; }

    /// <summary>Its output so far.</summary>
    public string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    /// <summary>Starts it in a folder with these settings, named like environment variables, and returns when it is ready.</summary>
    /// <param name="folder">Its working directory.</param>
    /// <param name="settings">Names and values.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <param name="program">The program, if it is another one of ours that was built with the caller.</param>
    public static async Task<WorkerProcess> StartAsync(
        string folder, IEnumerable<string> settings, CancellationToken cancellationToken, string program = "SynthDataGen.Worker")
    {
        var dll = Path.Combine(AppContext.BaseDirectory, $"{program}.dll");
        var worker = new WorkerProcess(Runner.Start("/bin/sh", ["-c", Holder, "sh", folder, dll, .. settings]));
        worker.holder.OutputDataReceived += worker.Hear;
        worker.holder.ErrorDataReceived += worker.Hear;
        worker.holder.BeginOutputReadLine();
        worker.holder.BeginErrorReadLine();
        try
        {
            await worker.started.Task.WaitAsync(Patience, cancellationToken);
            return worker;
        }
        catch (TimeoutException e)
        {
            await worker.DisposeAsync();
            throw new InvalidOperationException($"The worker did not start: {worker.Said}", e);
        }
    }

    /// <summary>Kills it, like a crash of the machine.</summary>
    public Task KillAsync(CancellationToken cancellationToken) => SignalAsync("KILL", cancellationToken);

    /// <summary>Stops it gracefully.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => SignalAsync("TERM", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        holder.StandardInput.Close();
        await holder.WaitForExitAsync(CancellationToken.None).WaitAsync(Patience);
        holder.Dispose();
    }

    private async Task SignalAsync(string signal, CancellationToken cancellationToken)
    {
        await holder.StandardInput.WriteLineAsync(signal.AsMemory(), cancellationToken);
        await holder.StandardInput.FlushAsync(cancellationToken);
        await ended.Task.WaitAsync(Patience, cancellationToken);
    }

    private void Hear(object sender, DataReceivedEventArgs e)
    {
        if (e.Data is not { } line)
        {
            return;
        }

        lock (said)
        {
            said.AppendLine(line);
        }

        if (line.StartsWith("runs as ", StringComparison.Ordinal))
        {
            ProcessId = int.Parse(line["runs as ".Length..], CultureInfo.InvariantCulture);
        }
        else if (line.Contains("Application started", StringComparison.Ordinal))
        {
            started.TrySetResult();
        }
        else if (line.StartsWith("ended with", StringComparison.Ordinal))
        {
            ended.TrySetResult();
        }
    }
}
