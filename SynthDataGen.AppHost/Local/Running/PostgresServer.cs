using System.Globalization;

namespace Aspire.Hosting.Local;

/// <summary>A PostgreSQL of our own: its data kept, its port on the loopback, its password made once.</summary>
internal sealed class PostgresServer
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly string name;
    private readonly string binaries;
    private readonly string folder;
    private readonly string? user;
    private readonly string password;
    private readonly int port;

    private PostgresServer(string name, string binaries, PostgresPlace place, DataFolder data)
    {
        this.name = name;
        this.binaries = binaries;
        (folder, user) = (place.Folder, place.User);
        password = data.Secret("postgres.password");
        port = data.Port("postgres.port");
    }

    public static async Task<PostgresServer> PrepareAsync(string name, LocalContext context, CancellationToken stop)
    {
        var place = await PostgresPlace.ChooseAsync(context.Data, stop);
        var installed = place.Binaries();
        var server = new PostgresServer(name, installed, place, context.Data);
        if (!place.IsInitialised)
        {
            await server.InitialiseAsync(stop);
        }

        return server;
    }

    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={port};Username=postgres;Password={password};Database={database}";

    public async Task StartAsync(LocalContext context, CancellationToken stop)
    {
        var ended = new TaskCompletionSource();
        context.Supervisor.KeepRunning(new ChildSpec(
            name, Path.Combine(binaries, "postgres"), "-D", folder, "-p", $"{port}", "-h", "127.0.0.1", "-k", "",
            "-c", "max_connections=200", "-c", "logging_collector=off", "-c", "log_min_messages=fatal", "-c", "lc_messages=C")
        {
            Tier = Tier.Server,
            User = user,
            StopSignal = "INT",
            DeathSignal = "INT",
            Prepare = RemoveStalePidAsync,
        });
        while (!(await AskAsync("postgres", "SELECT 1", stop)).Ok)
        {
            await Task.Delay(Pause, stop);
        }
    }

    public async Task CreateDatabaseAsync(string database, CancellationToken stop)
    {
        var found = await AskAsync("postgres", $"SELECT 1 FROM pg_database WHERE datname = '{database}'", stop);
        if (found.Output.Trim() == "1")
        {
            return;
        }

        var made = await AskAsync("postgres", $"CREATE DATABASE \"{database}\"", stop);
        if (!made.Ok)
        {
            throw new LocalException($"The database {database} could not be created: {made.Output.Trim()}");
        }
    }

    private async Task<(bool Ok, string Output)> AskAsync(string database, string sql, CancellationToken stop)
    {
        var (code, output) = await Programs.RunAsync(
            Path.Combine(binaries, "psql"),
            ["-X", "-A", "-t", "-q", "-h", "127.0.0.1", "-p", $"{port}", "-U", "postgres", "-d", database, "-c", sql],
            stop,
            ("PGPASSWORD", password));
        return (code == 0, output);
    }

    // Made beside its place and moved there whole, so that an interrupted start leaves nothing half made.
    private async Task InitialiseAsync(CancellationToken stop)
    {
        const string Script = """
            set -e
            umask 077
            rm -rf "$2.new" "$2.key"
            printf %s "$SYNTHDATAGEN_PASSWORD" >"$2.key"
            "$1/initdb" -D "$2.new" -U postgres -A scram-sha-256 --pwfile="$2.key" -E UTF8 --locale=C.UTF-8 >/dev/null
            rm "$2.key"
            mv "$2.new" "$2"
            """;
        var (code, output) = await Programs.RunAsync(
            "setpriv", [.. Programs.AsUser(user), "--", "/bin/sh", "-c", Script, "sh", binaries, folder], stop, ("SYNTHDATAGEN_PASSWORD", password));
        if (code != 0)
        {
            throw new LocalException($"PostgreSQL could not make its data folder {folder}: {output.Trim()}");
        }
    }

    // After kill -9 a server may still be ending, or may be gone and its process id be another's, which PostgreSQL takes for itself.
    private async Task RemoveStalePidAsync(CancellationToken stop)
    {
        var file = Path.Combine(folder, "postmaster.pid");
        while (File.Exists(file)
            && (await File.ReadAllLinesAsync(file, stop)) is [var first, ..]
            && int.TryParse(first, CultureInfo.InvariantCulture, out var process)
            && await IsOurServerAsync(process, stop))
        {
            await Task.Delay(Pause, stop);
        }

        File.Delete(file);
    }

    private async Task<bool> IsOurServerAsync(int process, CancellationToken stop)
    {
        var commandLine = $"/proc/{process}/cmdline";
        return File.Exists(commandLine) && (await File.ReadAllTextAsync(commandLine, stop)).Split('\0').Contains(folder, StringComparer.Ordinal);
    }
}
