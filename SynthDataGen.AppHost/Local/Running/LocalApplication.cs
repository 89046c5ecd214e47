using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text.Json;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

// It leans on setsid, setpriv and /proc.
[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]

namespace Aspire.Hosting.Local;

/// <summary>Runs a topology from start to stop.</summary>
internal sealed class LocalApplication(IReadOnlyList<LocalResource> resources, IConfiguration configuration, string appHostDirectory)
{
    private readonly ConsoleOutput output = new();

    public async Task<int> RunAsync()
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        using var launcher = new Launcher();
        var supervisor = new Supervisor(launcher, output);
        try
        {
            using var data = DataFolder.Open(Path.GetFullPath(configuration["Setup:DataFolder"] ?? "../.data", appHostDirectory));
            try
            {
                CheckPorts();
                await StartAsync(new LocalContext(data, output, supervisor), stop.Token);
                await Task.Delay(Timeout.Infinite, stop.Token);
            }
            finally
            {
                await supervisor.StopAsync();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            output.Say("Stopped.");
        }
        catch (LocalException e)
        {
            output.Say(e.Message);
            return 1;
        }

        return 0;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    private async Task StartAsync(LocalContext context, CancellationToken stop)
    {
        if (configuration.GetValue("Local:Dashboard", true))
        {
            context = context with { Dashboard = Dashboard.Start(Path.GetFullPath("../.tools/dashboard", appHostDirectory), context) };
        }

        using var failed = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var starting = resources.Select(resource => resource.RunAsync(context, failed.Token)).ToList();
        await foreach (var started in Task.WhenEach(starting).WithCancellation(stop))
        {
            // What waits for the failed one would wait for ever.
            if (started.IsFaulted)
            {
                await failed.CancelAsync();
            }

            await started;
        }

        SayReady(context);
    }

    private void SayReady(LocalContext context)
    {
        output.Say("Everything runs. Ctrl-C stops it; what was made is kept.");
        if (context.Dashboard is { } dashboard)
        {
            output.Say($"Dashboard: {dashboard.LoginUrl}");
        }

        if (SignInUrl(Path.Combine(context.Data.Path, "admin.json")) is { } address)
        {
            output.Say($"Sign in: {address}");
        }
    }

    private static string? SignInUrl(string file)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        using var admin = JsonDocument.Parse(File.ReadAllText(file));
        return admin.RootElement.TryGetProperty("signInUrl", out var url) ? url.GetString() : null;
    }

    private void CheckPorts()
    {
        foreach (var (port, name) in resources.SelectMany(resource => resource.Ports.Select(port => (port, resource.Name))))
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
            }
            catch (SocketException)
            {
                throw new LocalException($"Port {port}, which {name} needs, is taken by another program: end that one, or choose another with --Local:Ports:{name}=<port>.");
            }
        }
    }
}
