using System.Diagnostics;
using System.Net.Http.Json;
using SynthDataGen.Client;
using SynthDataGen.Testing;

namespace SynthDataGen.EndToEnd.Stack;

/// <summary>The AppHost as a user starts it, and everything that it starts.</summary>
public sealed class StackProcess : IAsyncDisposable
{
    // The AppHost is told to stop when we close the holder's input, which the kernel does for us however the tests end.
    private const string Holder = """
        trap : INT TERM HUP
        exec 3<&0
        "$@" </dev/null 3<&- &
        stack=$!
        { read -r order <&3; kill -TERM "$stack"; } &
        wait "$stack"
        exit $?
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Process holder;
    private readonly StackLog log = new();
    private readonly HttpClient http = new();

    private StackProcess(Process holder) => this.holder = holder;

    /// <summary>What was written to its data folder for people and programs.</summary>
    public Admin Admin { get; private set; } = null!;

    /// <summary>Speaks for the administrator.</summary>
    public SynthDataGenClient Client { get; private set; } = null!;

    public string Log => log.Tail;

    /// <summary>Everything alive that came from it, the AppHost among them.</summary>
    public IReadOnlyList<Child> Processes => Children.Of(holder.Id);

    public static async Task<StackProcess> StartAsync(string dataFolder, int webPort, int apiPort, CancellationToken cancellationToken)
    {
        var stack = new StackProcess(Process.Start(StartInfo(dataFolder, webPort, apiPort))!);
        stack.log.Follow(stack.holder);
        try
        {
            await stack.log.WaitForAsync("Everything runs", Patience, cancellationToken);
            stack.Admin = await Admin.ReadAsync(Path.Combine(dataFolder, "admin.json"), cancellationToken);
            stack.http.BaseAddress = stack.Admin.ApiUrl;
            stack.Client = new SynthDataGenClient(stack.http, stack.Admin.ApiKey);
            return stack;
        }
        catch
        {
            await stack.DisposeAsync();
            throw;
        }
    }

    /// <summary>SIGTERM to the AppHost, and to nothing else; gives its exit code.</summary>
    public async Task<int> StopAsync(CancellationToken cancellationToken)
    {
        holder.StandardInput.Close();
        await holder.WaitForExitAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
        return holder.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!holder.HasExited)
        {
            await StopAsync(CancellationToken.None);
        }

        holder.Dispose();
        http.Dispose();
    }

    private static ProcessStartInfo StartInfo(string dataFolder, int webPort, int apiPort) => new(
        "/bin/sh",
        [
            "-c", Holder, "sh", "dotnet", AppHost.Program, "--Local:Dashboard=false", $"--Setup:DataFolder={dataFolder}",
            $"--Setup:WebUrl=http://localhost:{webPort}", $"--Local:Ports:web={webPort}",
            $"--Setup:ApiUrl=http://localhost:{apiPort}", $"--Local:Ports:api={apiPort}",
        ])
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };
}
