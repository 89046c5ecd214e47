using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace SynthDataGen.Testing;

/// <summary>A real S3 server over HTTP, from the npm package s3rver. It disappears with its data when the test process ends.</summary>
public sealed class S3Server
{
    private const string Package = "s3rver@3.7.1";

    // Its continuation tokens use a cipher that current OpenSSL calls legacy.
    private const string Holder = """
        trap '' INT TERM HUP
        node --openssl-legacy-provider "$1" -d "$2" -a 127.0.0.1 -p "$3" -s --no-vhost-buckets </dev/null &
        server=$!
        read -r order
        kill -KILL "$server"
        rm -rf "$2"
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly Lazy<Task<(S3Server? Server, string Missing)>> Shared = new(StartAsync);

    private readonly Process holder;

    private S3Server(Process holder, int port)
    {
        this.holder = holder;
        Endpoint = new($"http://127.0.0.1:{port}");
    }

    public Uri Endpoint { get; }

    /// <summary>The value for <c>ConnectionStrings:minio</c>.</summary>
    public string ConnectionString => $"Endpoint={Endpoint};AccessKey=S3RVER;SecretKey=S3RVER";

    public bool IsRunning => !holder.HasExited;

    /// <summary>The one server of this test process; skips the test, with the reason, if it is not available.</summary>
    public static async Task<S3Server> SharedOrSkipAsync()
    {
        var (server, missing) = await SharedAsync();
        Assert.SkipWhen(server is null, missing);
        return server!;
    }

    /// <summary>The one server of this process, or why it is not available.</summary>
    public static Task<(S3Server? Server, string Missing)> SharedAsync() => Shared.Value;

    private static async Task<(S3Server? Server, string Missing)> StartAsync()
    {
        var script = Path.Combine(Repository.Tools, "node_modules", "s3rver", "bin", "s3rver.js");
        try
        {
            if (!File.Exists(script))
            {
                await Runner.RunAsync(
                    "npm", ["install", "--no-audit", "--no-fund", "--prefix", Repository.Tools, Package], CancellationToken.None);
            }
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            return (null, $"The npm package {Package} is not in {Repository.Tools} and could not be installed: {e.Message}");
        }

        var port = FreePort.Take();
        var data = Path.Combine(Path.GetTempPath(), $"synthdatagen-s3-{Guid.CreateVersion7():N}");
        var started = Runner.Start("/bin/sh", ["-c", Holder, "sh", script, data, $"{port}"]);
        await Runner.WaitForLineAsync(started, "listening", "Error", Patience, CancellationToken.None);
        return (new S3Server(started, port), "");
    }
}
