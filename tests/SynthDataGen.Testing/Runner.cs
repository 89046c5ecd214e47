using System.Diagnostics;
using System.Text;

namespace SynthDataGen.Testing;

/// <summary>Starts child processes: the test servers, and tools.</summary>
public static class Runner
{
    private const string ServiceUser = "postgres";

    /// <summary>A folder that servers can write to. Root's temporary folder may be closed to the user that PostgreSQL runs as.</summary>
    public static string TempFolder { get; } = Environment.IsPrivilegedProcess ? "/tmp" : Path.GetTempPath();

    /// <summary>Starts a server; as an ordinary user if we are root, because PostgreSQL refuses to run as root.</summary>
    public static Process StartAsServiceUser(string file, IReadOnlyList<string> arguments) => Environment.IsPrivilegedProcess
        ? Start("setpriv", [$"--reuid={ServiceUser}", $"--regid={ServiceUser}", "--init-groups", file, .. arguments])
        : Start(file, arguments);

    public static Process Start(string file, IReadOnlyList<string> arguments) => Process.Start(new ProcessStartInfo(file, arguments)
    {
        UseShellExecute = false,
        WorkingDirectory = "/",
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    }) ?? throw new InvalidOperationException($"{file} could not be started.");

    /// <summary>Runs a program to its end; throws with its standard error if it fails.</summary>
    public static async Task RunAsync(string file, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Start(file, arguments);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
        await output;
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{Path.GetFileName(file)} ended with {process.ExitCode}: {errors}");
        }
    }

    /// <summary>Reads the output of a server while it runs, and returns when the server reports that it is ready.</summary>
    public static async Task WaitForLineAsync(
        Process process, string ready, string? failed, TimeSpan patience, CancellationToken cancellationToken)
    {
        var said = new StringBuilder();
        var outcome = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _ = process.WaitForExitAsync(CancellationToken.None).ContinueWith(_ => outcome.TrySetResult(false), TaskScheduler.Default);
        if (!await outcome.Task.WaitAsync(patience, cancellationToken))
        {
            throw new InvalidOperationException($"{process.StartInfo.FileName} did not start: {said}");
        }

        void Hear(object sender, DataReceivedEventArgs e)
        {
            if (e.Data is not { } line || outcome.Task.IsCompleted)
            {
                return;
            }

            lock (said)
            {
                said.AppendLine(line);
            }

            if (line.Contains(ready, StringComparison.Ordinal))
            {
                outcome.TrySetResult(true);
            }
            else if (failed is not null && line.Contains(failed, StringComparison.Ordinal))
            {
                outcome.TrySetResult(false);
            }
        }
    }
}
