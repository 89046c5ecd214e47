using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Aspire.Hosting.Local;

/// <summary>The programs of the machine.</summary>
internal static class Programs
{
    /// <summary>The dotnet that runs us.</summary>
    public static string Dotnet { get; } = Path.GetFullPath("../../../dotnet", RuntimeEnvironment.GetRuntimeDirectory());

    /// <summary>Where a project's output lies within its folder: in the same place as ours.</summary>
    public static string OutputFolder { get; } = Path.Combine(["bin", .. AppContext.BaseDirectory.TrimEnd('/').Split('/')[^2..]]);

    public static string? OnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Where(folder => folder.Length > 0)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    /// <summary>setpriv's arguments for becoming a user.</summary>
    public static string[] AsUser(string? user) => user is null ? [] : ["--reuid", user, "--regid", user, "--init-groups"];

    // The shell's own kill: a bare Debian has no program of that name.
    public static Task SignalAsync(string signal, int process) =>
        RunAsync("/bin/sh", ["-c", $"kill -s {signal} -- {process}"], CancellationToken.None);

    public static async Task<(int Code, string Output)> RunAsync(
        string file, IEnumerable<string> arguments, CancellationToken cancellationToken, params (string Name, string Value)[] environment)
    {
        var info = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = "/",
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            info.Environment[name] = value;
        }

        using var process = Process.Start(info)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, output + await errors);
    }
}
