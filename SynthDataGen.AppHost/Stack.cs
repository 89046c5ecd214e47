using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

// Process ids, file modes and signals are Linux's.
[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]

namespace SynthDataGen.AppHost;

/// <summary>A fault that a person can mend, described in one sentence.</summary>
internal sealed class SetupException(string message) : Exception(message);

/// <summary>The addresses and the data folder of one stack. While it is open, no other stack opens the same folder.</summary>
internal sealed class Stack : IDisposable
{
    private const int SharingViolation = 11; // EWOULDBLOCK, from the lock on the file
    private static readonly TimeSpan EndOfKilledStack = TimeSpan.FromSeconds(30);

    private readonly FileStream? hold;
    private readonly Process? guard;

    private Stack(IDistributedApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        WebUrl = configuration["Setup:WebUrl"] ?? "http://localhost:5080";
        ApiUrl = configuration["Setup:ApiUrl"] ?? "http://localhost:5081";
        // A published stack runs elsewhere: it gets containers, and no path of this machine.
        IsPublished = builder.ExecutionContext.IsPublishMode;
        Folder = IsPublished ? "/data" : Path.GetFullPath(configuration["Setup:DataFolder"] ?? "../.data", builder.AppHostDirectory);
        if (!IsPublished)
        {
            hold = Hold(Path.Combine(Folder, "apphost.lock"));
            // The processes of a stack that was killed end within seconds, and leave their ports then.
            var patience = hold.Length > 0 ? EndOfKilledStack : TimeSpan.Zero;
            hold.SetLength(0);
            hold.WriteByte((byte)'1');
            hold.Flush();
            CheckPorts(configuration, patience);
            guard = Guard(builder.AppHostDirectory);
        }
    }

    public bool IsPublished { get; }

    public string Folder { get; }

    public string WebUrl { get; }

    public string ApiUrl { get; }

    public string AdminFile => Path.Combine(Folder, "admin.json");

    public string KeyFile => Path.Combine(Folder, "secrets.key");

    public string WebKeysFolder => Path.Combine(Folder, "web-keys");

    public static Stack Open(IDistributedApplicationBuilder builder)
    {
        // Run returns when every process has ended, not before.
        builder.Configuration["DcpPublisher:WaitForResourceCleanup"] ??= "true";
        builder.Services.AddHostedService<Orchestrator>();
        return new Stack(builder);
    }

    /// <summary>A volume's name: one for each data folder.</summary>
    public string Volume(string server) =>
        $"synthdatagen-{server}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Folder)))[..12]}";

    /// <summary>The secret in a file that only its owner can read; made if it is missing.</summary>
    public string Secret(string name, out bool isNew)
    {
        var file = Path.Combine(Folder, name);
        isNew = !File.Exists(file) || new FileInfo(file).Length == 0;
        if (isNew)
        {
            using var stream = new FileStream(file, new FileStreamOptions
            {
                Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
            stream.Write(Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(32)));
        }

        return File.ReadAllText(file);
    }

    /// <summary>The port of the last start if it is still free, else a new one, kept for the next start.</summary>
    public int Port(string name)
    {
        var file = Path.Combine(Folder, name);
        var port = File.Exists(file) && int.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out var last) && IsFree(last) ? last : FreePort();
        File.WriteAllText(file, port.ToString(CultureInfo.InvariantCulture));
        return port;
    }

    public void Dispose()
    {
        if (guard is not null)
        {
            guard.StandardInput.Close();
            guard.WaitForExit();
            guard.Dispose();
        }

        hold?.SetLength(0);
        hold?.Dispose();
    }

    /// <summary>
    /// Starts a process that ends whatever is left when this one has ended, even by kill -9, or when the orchestrator has.
    /// In tests, the AppHost runs inside another process, which ends its stack itself.
    /// </summary>
    private static Process? Guard(string folder)
    {
        if (Assembly.GetEntryAssembly() != Assembly.GetExecutingAssembly())
        {
            return null;
        }

        var mark = Guid.CreateVersion7().ToString("N");
        // A session of its own: the terminal's Ctrl-C isn't for it.
        var guard = Process.Start(new ProcessStartInfo("setsid", ["/bin/sh", Path.Combine(folder, "guard.sh"), mark]) { RedirectStandardInput = true });
        Environment.SetEnvironmentVariable("SYNTHDATAGEN_STACK", mark);
        return guard;
    }

    private static FileStream Hold(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        try
        {
            Directory.CreateDirectory(folder);
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e.HResult == SharingViolation)
        {
            throw new SetupException($"SynthDataGen already runs with the data in {folder}: stop it first, or choose another folder with --Setup:DataFolder=<folder>.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SetupException($"The data folder {folder} isn't writable ({e.Message.TrimEnd('.')}): make it so, or choose another with --Setup:DataFolder=<folder>.");
        }
    }

    private void CheckPorts(IConfiguration configuration, TimeSpan patience)
    {
        var waited = Stopwatch.StartNew();
        foreach (var (name, setting, address) in Addresses(configuration))
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
            {
                throw new SetupException($"{setting}={address} isn't an address such as http://localhost:5080.");
            }

            while (!IsFree(uri.Port))
            {
                if (waited.Elapsed > patience)
                {
                    throw new SetupException($"Port {uri.Port} of {name} is taken by another program: stop that one, or choose another port with {setting}=http://localhost:<port>.");
                }

                new ManualResetEventSlim().Wait(200);
            }
        }
    }

    private IEnumerable<(string Name, string Setting, string Address)> Addresses(IConfiguration configuration)
    {
        yield return ("the browser app", "--Setup:WebUrl", WebUrl);
        yield return ("the Api", "--Setup:ApiUrl", ApiUrl);
        foreach (var (name, variable) in new[]
        {
            ("the dashboard", "ASPNETCORE_URLS"), ("the dashboard's telemetry", "ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"), ("the dashboard's resources", "ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"),
        })
        {
            if (configuration[variable] is { Length: > 0 } address)
            {
                yield return (name, variable, address);
            }
        }
    }

    private static bool IsFree(int port) => !IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(listener => listener.Port == port);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
