using Npgsql;
using SynthDataGen.Testing;

namespace SynthDataGen.Api.Tests;

/// <summary>Starts several real processes at the same time.</summary>
public sealed class StartTogetherTests
{
    private const int Processes = 4;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Four_processes_start_on_an_empty_database()
    {
        var folder = Directory.CreateTempSubdirectory("synthdatagen-together-").FullName;
        var database = await (await PostgresServer.Shared).CreateDatabaseAsync(cancellationToken: Token);
        var ports = Enumerable.Range(0, Processes).Select(_ => FreePort.Take()).ToArray();
        var processes = await Task.WhenAll(ports.Select(port => WorkerProcess.StartAsync(folder, Settings(port, database, folder), Token, "SynthDataGen.Api")));
        try
        {
            using var http = new HttpClient();
            foreach (var port in ports)
            {
                (await http.GetStringAsync($"http://127.0.0.1:{port}/health", Token)).ShouldBe("Healthy");
            }

            await using var source = NpgsqlDataSource.Create(database);
            (await CountAsync(source, "\"__EFMigrationsHistory\"")).ShouldBe(1);
            (await CountAsync(source, "workspaces")).ShouldBe(1);
            (await CountAsync(source, "people")).ShouldBe(1);
            (await CountAsync(source, "generators")).ShouldBe(2); // The built-in one, and the configured one.
            (await CountAsync(source, "access_tokens")).ShouldBe(2); // The administrator's key and sign-in.
        }
        finally
        {
            foreach (var process in processes)
            {
                await process.DisposeAsync();
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<string> Settings(int port, string database, string folder) =>
    [
        $"ASPNETCORE_URLS=http://127.0.0.1:{port}",
        $"ConnectionStrings__synthdatagen={database}",
        $"ConnectionStrings__minio=Folder={Path.Combine(folder, "store")}",
        $"Secrets__KeyFile={Path.Combine(folder, "secrets.key")}",
        $"Setup__AdminFile={Path.Combine(folder, "admin.json")}",
        "Generators__default__Endpoint=http://127.0.0.1:9/v1",
        "Generators__default__Model=model",
    ];

    private static async Task<long> CountAsync(NpgsqlDataSource source, string table)
    {
        await using var command = source.CreateCommand($"SELECT count(*) FROM {table}");
        return (long)(await command.ExecuteScalarAsync(Token))!;
    }
}
