using System.Diagnostics;

namespace SynthDataGen.Testing;

/// <summary>
/// A real PostgreSQL for tests, started from the installed binaries on a free loopback port. It disappears with its data
/// when the test process ends, however that happens: the shell that runs it reads from us and cleans up at the end of its input.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    // Commits stay synchronous: with fsync off they cost nothing, and a crash of the server must not lose a confirmed one.
    private const string Holder = """
        trap '' INT TERM HUP
        if [ ! -d "$2" ]; then "$1/initdb" -D "$2" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null || exit 1; fi
        "$1/postgres" -D "$2" -p "$3" -h 127.0.0.1 -k '' -c max_connections=200 -c max_prepared_transactions=20 \
            -c fsync="$4" -c full_page_writes="$4" -c lc_messages=C </dev/null &
        server=$!
        read -r signal keep
        while kill -"${signal:-QUIT}" "$server" 2>/dev/null; do sleep 0.05; done # once may be too early for it to hear
        [ -n "$keep" ] || rm -rf "$2"
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly Lazy<Task<PostgresServer>> LazyShared = new(() => StartAsync());

    private readonly string data = Path.Combine(Runner.TempFolder, $"synthdatagen-postgres-{Guid.CreateVersion7():N}");
    private readonly int port = FreePort.Take();
    private Process? holder;

    private readonly bool isDurable;

    private PostgresServer(bool isDurable) => this.isDurable = isDurable;

    /// <summary>The one server of this test process; started on first use.</summary>
    public static Task<PostgresServer> Shared => LazyShared.Value;

    /// <summary>A separate server, for tests that stop it.</summary>
    public static Task<PostgresServer> StartAsync(CancellationToken cancellationToken = default) => StartAsync(new PostgresServer(isDurable: false), cancellationToken);

    /// <summary>A server whose commits survive a crash of the machine, which costs time: for benchmarks.</summary>
    public static Task<PostgresServer> StartDurableAsync(CancellationToken cancellationToken = default) => StartAsync(new PostgresServer(isDurable: true), cancellationToken);

    private static async Task<PostgresServer> StartAsync(PostgresServer server, CancellationToken cancellationToken)
    {
        await server.ResumeAsync(cancellationToken);
        return server;
    }

    /// <summary>Creates an empty database, or a copy of one created here, and returns its connection string.</summary>
    /// <param name="template">Connection string of the database to copy; connections to it are ended.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<string> CreateDatabaseAsync(string? template = null, CancellationToken cancellationToken = default)
    {
        var name = $"test_{Guid.CreateVersion7():N}";
        var source = template is null ? "template0" : DatabaseOf(template);
        await Runner.RunAsync(
            Path.Combine(PostgresBinaries.Folder, "psql"),
            [
                "-X", "-q", "-o", "/dev/null", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", $"{port}", "-U", "postgres", "-d", "postgres",
                "-c", $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{source}'",
                "-c", $"create database {name} template {source}",
            ],
            cancellationToken);

        // Idle connections close soon, since every test has its own database and all share the server's 200 connections.
        return $"Host=127.0.0.1;Port={port};Username=postgres;Database={name};Include Error Detail=true;" +
            "Maximum Pool Size=40;Connection Idle Lifetime=5;Connection Pruning Interval=1";
    }

    /// <summary>Stops the server and keeps its data: gracefully, or immediately as in a crash.</summary>
    public Task StopAsync(bool crash = false, CancellationToken cancellationToken = default) =>
        EndAsync(crash ? "QUIT keep" : "INT keep", cancellationToken);

    /// <summary>Starts the stopped server again, on the same port with the same data.</summary>
    public async Task ResumeAsync(CancellationToken cancellationToken = default)
    {
        var started = Runner.StartAsServiceUser("/bin/sh", ["-c", Holder, "sh", PostgresBinaries.Folder, data, $"{port}", isDurable ? "on" : "off"]);
        holder = started;
        try
        {
            await Runner.WaitForLineAsync(started, "ready to accept connections", "database system is shut down", Patience, cancellationToken);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops and starts again.</summary>
    public async Task RestartAsync(bool crash = false, CancellationToken cancellationToken = default)
    {
        await StopAsync(crash, cancellationToken);
        await ResumeAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync() => await EndAsync("QUIT", CancellationToken.None);

    private async Task EndAsync(string order, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref holder, null) is not { } running)
        {
            return;
        }

        using (running)
        {
            try
            {
                await running.StandardInput.WriteLineAsync(order.AsMemory(), cancellationToken);
                running.StandardInput.Close();
            }
            catch (IOException)
            {
                // It has already ended.
            }

            await running.WaitForExitAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
        }
    }

    private static string DatabaseOf(string connectionString) => connectionString.Split(';')
        .Single(part => part.StartsWith("Database=", StringComparison.Ordinal))["Database=".Length..];
}
