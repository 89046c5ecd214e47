using System.Diagnostics;
using SynthDataGen.Testing;

namespace SynthDataGen.Api.Tests;

/// <summary>Starts the real process with wrong surroundings.</summary>
public sealed class StartTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrong_database_address_is_one_sentence_without_the_password()
    {
        var port = FreePort.Take();
        var (code, said) = await StartAsync($"Host=127.0.0.1;Port={port};Username=me;Password=hush-hush;Database=pairs", "Folder=/tmp");
        code.ShouldBe(1);
        said.ShouldContain($"\"pairs\" at 127.0.0.1:{port}");
        said.ShouldNotContain("hush-hush");
        said.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_wrong_store_address_is_one_sentence_without_the_secret()
    {
        var database = await (await PostgresServer.Shared).CreateDatabaseAsync(cancellationToken: Token);
        var port = FreePort.Take();
        var (code, said) = await StartAsync(database, $"Endpoint=http://127.0.0.1:{port};AccessKey=me;SecretKey=hush-hush");
        code.ShouldBe(1);
        said.ShouldContain($"http://127.0.0.1:{port}");
        said.ShouldNotContain("hush-hush");
        said.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("", "Folder=/tmp", "ConnectionStrings__synthdatagen")]
    [InlineData("not a connection string", "Folder=/tmp", "ConnectionStrings__synthdatagen")]
    public async Task A_missing_setting_is_named(string database, string store, string setting)
    {
        var (code, said) = await StartAsync(database, store);
        code.ShouldBe(1);
        said.ShouldContain(setting);
        said.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Endpoint=ftp://store;AccessKey=a;SecretKey=b")]
    public async Task A_store_setting_of_no_use_is_named(string store)
    {
        var database = await (await PostgresServer.Shared).CreateDatabaseAsync(cancellationToken: Token);
        var (code, said) = await StartAsync(database, store);
        code.ShouldBe(1);
        said.ShouldContain("ConnectionStrings:minio");
        said.ShouldNotContain("   at ");
    }

    private static async Task<(int ExitCode, string Said)> StartAsync(string database, string store)
    {
        using var folder = new TemporaryFolder();
        var start = new ProcessStartInfo("dotnet", Path.Combine(AppContext.BaseDirectory, "SynthDataGen.Api.dll"))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["ConnectionStrings__synthdatagen"] = database,
                ["ConnectionStrings__minio"] = store,
                ["Secrets__KeyFile"] = Path.Combine(folder.Path, "secrets.key"),
            },
        };
        using var api = Process.Start(start)!;
        var said = await Task.WhenAll(api.StandardOutput.ReadToEndAsync(Token), api.StandardError.ReadToEndAsync(Token));
        await api.WaitForExitAsync(Token);
        return (api.ExitCode, string.Concat(said));
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("synthdatagen-start-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
