using System.Diagnostics;
using System.Text;
using SynthDataGen.Testing;

[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace SynthDataGen.AppHost.Tests;

/// <summary>The AppHost as ./run starts it, without the dashboard, and everything that it starts.</summary>
internal sealed class AppHostProcess : IDisposable
{
    private const string MarkName = "SYNTHDATAGEN_TEST_STACK";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly string Folder = AppContext.BaseDirectory.Replace(
        Path.Combine("tests", "SynthDataGen.AppHost.Tests"), "SynthDataGen.AppHost", StringComparison.Ordinal);

    private readonly string mark = Guid.CreateVersion7().ToString("N");
    private readonly StringBuilder said = new();

    private AppHostProcess(IEnumerable<string> arguments)
    {
        // A process that was started in the background may have inherited that SIGINT is ignored.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Path.Combine(Folder, "SynthDataGen.AppHost.dll"), "--no-dashboard", .. arguments])
        {
            UseShellExecute = false,
            WorkingDirectory = Path.Combine(Repository.Root, "SynthDataGen.AppHost"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [MarkName] = mark, ["ASPIRE_ALLOW_UNSECURED_TRANSPORT"] = "true" },
        };
        Process = Process.Start(start)!;
        Process.StandardInput.Close();
        Process.OutputDataReceived += Hear;
        Process.ErrorDataReceived += (sender, e) =>
        {
            Complaints += e.Data is { } line ? line + '\n' : "";
            Hear(sender, e);
        };
        Process.BeginOutputReadLine();
        Process.BeginErrorReadLine();
    }

    public Process Process { get; }

    /// <summary>What it wrote to standard error.</summary>
    public string Complaints { get; private set; } = "";

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

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A folder for data, with a space in its name, where the user postgres may write too.</summary>
    public static string NewDataFolder()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Runner.TempFolder, $"stack data {Guid.CreateVersion7():N}")).FullName;
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        return folder;
    }

    /// <summary>Starts one on ports of its own; arguments that are given come last, and win.</summary>
    public static AppHostProcess Start(string dataFolder, params IEnumerable<string> arguments) => new(
    [
        "--Setup:Containers=false", $"--Setup:DataFolder={dataFolder}",
        $"--Setup:WebUrl=http://localhost:{FreePort.Take()}", $"--Setup:ApiUrl=http://localhost:{FreePort.Take()}", .. arguments,
    ]);

    /// <summary>Starts one and waits until the browser app answers.</summary>
    public static async Task<AppHostProcess> RunAsync(string dataFolder, params IEnumerable<string> arguments)
    {
        var stack = Start(dataFolder, arguments);
        try
        {
            await stack.UntilAsync(() => stack.Said.Contains("Sign in: ", StringComparison.Ordinal), "it runs");
            return stack;
        }
        catch
        {
            stack.Dispose();
            throw;
        }
    }

    /// <summary>Starts one that is to fail; returns what it wrote to standard error.</summary>
    public static async Task<string> FailAsync(string dataFolder, params IEnumerable<string> arguments)
    {
        using var stack = Start(dataFolder, arguments);
        await stack.Process.WaitForExitAsync(Cancel).WaitAsync(Patience, Cancel);

        stack.Process.ExitCode.ShouldBe(1);
        stack.Children().ShouldBeEmpty();
        return stack.Complaints.TrimEnd('\n');
    }

    /// <summary>Everything alive that came from it, itself left out.</summary>
    public IReadOnlyList<int> Children() =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? id : 0)
            .Where(id => id > 0 && id != Process.Id && Read(id, "environ").Contains($"{MarkName}={mark}", StringComparison.Ordinal)),
    ];

    /// <summary>Those of them that run this program.</summary>
    public IReadOnlyList<int> Children(string program) =>
        [.. Children().Where(id => Path.GetFileName(Read(id, "cmdline").Split('\0')[0]).Equals(program, StringComparison.Ordinal))];

    /// <summary>A variable that the Api was given.</summary>
    public string Given(string variable) =>
        Read(Children("SynthDataGen.Api").Single(), "environ").Split('\0').Single(line => line.StartsWith(variable + '=', StringComparison.Ordinal))[(variable.Length + 1)..];

    public static async Task SignalAsync(string signal, params IEnumerable<int> processes)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -s {signal} {string.Join(' ', processes)}"]);
        await kill.WaitForExitAsync(Cancel);
    }

    public async Task UntilAsync(Func<bool> condition, string expected)
    {
        var waited = Stopwatch.StartNew();
        while (!condition())
        {
            if (waited.Elapsed > Patience)
            {
                throw new TimeoutException($"Not {expected}. The stack said: {Said}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), Cancel);
        }
    }

    public void Dispose()
    {
        foreach (var id in Process.HasExited ? Children() : [Process.Id, .. Children()])
        {
            using var kill = Process.Start("/bin/sh", ["-c", $"kill -s KILL {id}"]);
            kill.WaitForExit();
        }

        Process.Dispose();
    }

    private static string Read(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ""; // Gone by now, or not ours.
        }
    }

    private void Hear(object sender, DataReceivedEventArgs e)
    {
        lock (said)
        {
            said.AppendLine(e.Data);
        }
    }
}
