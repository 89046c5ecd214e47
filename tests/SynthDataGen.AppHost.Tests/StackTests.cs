using Npgsql;
using SynthDataGen.Testing;

namespace SynthDataGen.AppHost.Tests;

/// <summary>The one stack of these tests.</summary>
public sealed class RunningAppHost : IAsyncLifetime
{
    internal string Data { get; } = AppHostProcess.NewDataFolder();

    internal int WebPort { get; } = FreePort.Take();

    internal AppHostProcess Stack { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Stack = await AppHostProcess.RunAsync(Data, $"--Setup:WebUrl=http://localhost:{WebPort}");

    public ValueTask DisposeAsync()
    {
        Stack.Dispose();
        Directory.Delete(Data, recursive: true);
        return ValueTask.CompletedTask;
    }
}

public sealed class StackTests(RunningAppHost running) : IClassFixture<RunningAppHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private AppHostProcess Stack => running.Stack;

    [Fact]
    public void The_store_is_a_folder_without_containers() =>
        Stack.Given("ConnectionStrings__minio").ShouldBe($"Folder={running.Data}/store");

    [Theory]
    [InlineData("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT")]
    [InlineData("OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION")]
    [InlineData("OTEL_DOTNET_EXPERIMENTAL_HTTPCLIENT_DISABLE_URL_QUERY_REDACTION")]
    public void Telemetry_leaves_out_texts_and_secrets(string variable) => Stack.Given(variable).ShouldBe("false");

    [Fact]
    public async Task The_database_wants_its_password()
    {
        var given = new NpgsqlConnectionStringBuilder(Stack.Given("ConnectionStrings__synthdatagen")) { Password = "guess" };
        await using var connection = new NpgsqlConnection(given.ConnectionString);

        var refused = await Should.ThrowAsync<PostgresException>(() => connection.OpenAsync(Cancel));

        refused.SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
    }

    [Fact]
    public async Task A_killed_worker_is_started_again()
    {
        await Stack.UntilAsync(() => Stack.Children("SynthDataGen.Worker").Count == 2, "two workers run");
        var before = Stack.Children("SynthDataGen.Worker");

        await AppHostProcess.SignalAsync("KILL", before[0]);

        await Stack.UntilAsync(() => Stack.Said.Contains("starts again", StringComparison.Ordinal), "it is announced");
        await Stack.UntilAsync(() => Stack.Children("SynthDataGen.Worker") is { Count: 2 } now && !now.Contains(before[0]), "two workers run again");
    }

    [Fact]
    public async Task A_killed_database_is_started_again_with_its_data()
    {
        await Database.AskAsync(Stack, "CREATE TABLE kept AS SELECT 'yesterday' AS word", Cancel);
        var server = Database.Server(Stack);

        await AppHostProcess.SignalAsync("KILL", server);

        await Stack.UntilAsync(() => Database.Server(Stack) is var now && now != 0 && now != server, "the server runs again");
        await Stack.UntilAsync(() => Database.Answers(Stack), "it answers");
        (await Database.AskAsync(Stack, "SELECT word FROM kept", Cancel)).ShouldBe("yesterday");
    }

    [Fact]
    public async Task A_second_start_on_the_same_data_is_refused() =>
        (await AppHostProcess.FailAsync(running.Data)).ShouldBe(
            $"SynthDataGen already runs with the data in {running.Data}: stop it first, or choose another folder with --Setup:DataFolder=<folder>.");

    [Fact]
    public async Task A_taken_port_is_named_with_its_user()
    {
        var other = AppHostProcess.NewDataFolder();

        var said = await AppHostProcess.FailAsync(other, $"--Setup:WebUrl=http://localhost:{running.WebPort}");

        said.ShouldBe($"Port {running.WebPort} of the browser app is taken by another program: stop that one, or choose another port with --Setup:WebUrl=http://localhost:<port>.");
        Directory.Delete(other, recursive: true);
    }
}
