using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]

namespace SynthDataGen.AppHost.Tests;

/// <summary>A running topology: one process of ours, and everything that it starts.</summary>
internal sealed class Stack : IDisposable
{
    private const string MarkName = "SYNTHDATAGEN_TEST_STACK";

    private static readonly HttpClient Http = new();
    private static readonly string Folder = AppContext.BaseDirectory.Replace("AppHost.Tests", "AppHost.TestStack", StringComparison.Ordinal);

    private readonly string mark = Guid.CreateVersion7().ToString("N");
    private readonly StringBuilder said = new();

    public Stack(string dataFolder, int port)
    {
        Port = port;
        var program = Path.Combine(Folder, "SynthDataGen.AppHost.TestStack.dll");
        var info = new ProcessStartInfo("dotnet", [program, $"--Setup:DataFolder={dataFolder}", "--Local:Dashboard=false", $"--Local:Ports:service={port}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [MarkName] = mark },
        };
        Process = Process.Start(info)!;
        Process.OutputDataReceived += Hear;
        Process.ErrorDataReceived += Hear;
        Process.BeginOutputReadLine();
        Process.BeginErrorReadLine();
    }

    public Process Process { get; }

    public int Port { get; }

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

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static async Task<Stack> StartAsync(string dataFolder)
    {
        var stack = new Stack(dataFolder, FreePort());
        await stack.UntilAsync(() => stack.Said.Contains("Everything runs", StringComparison.Ordinal));
        return stack;
    }

    public Task<string> GetAsync(string path) => Http.GetStringAsync(new Uri($"http://localhost:{Port}{path}"), Cancel);

    /// <summary>Everything alive that came from this stack, the stack itself left out.</summary>
    public IReadOnlyList<int> Children() =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? id : 0)
            .Where(id => id > 0 && id != Process.Id && EnvironmentOf(id).Contains($"{MarkName}={mark}", StringComparison.Ordinal)),
    ];

    public async Task SignalAsync(string signal, params IEnumerable<int> processes)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -s {signal} {string.Join(' ', processes)}"]);
        await kill.WaitForExitAsync(Cancel);
    }

    public async Task EndAsync(string signal)
    {
        await SignalAsync(signal, Process.Id);
        await UntilAsync(() => Process.HasExited);
    }

    public async Task UntilAsync(Func<bool> condition)
    {
        var waited = Stopwatch.StartNew();
        while (!condition())
        {
            if (waited.Elapsed > TimeSpan.FromSeconds(40))
            {
                throw new TimeoutException($"It did not happen. The stack said: {Said}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), Cancel);
        }
    }

    public void Dispose()
    {
        if (!Process.HasExited)
        {
            Process.Kill(entireProcessTree: true);
        }

        Process.Dispose();
    }

    private static string EnvironmentOf(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/environ");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Gone meanwhile, or not ours.
            return "";
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
