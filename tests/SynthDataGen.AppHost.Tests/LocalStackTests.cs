using Npgsql;

namespace SynthDataGen.AppHost.Tests;

public sealed class LocalStackTests : IDisposable
{
    // With a space in it, as people's folders have.
    private readonly string data = Directory.CreateTempSubdirectory("stack data ").FullName;

    public LocalStackTests() => File.SetUnixFileMode(data, (UnixFileMode)0b111_101_101);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_can_open_the_database_it_was_given()
    {
        using var stack = await Stack.StartAsync(data);

        (await AskAsync(stack, "SELECT current_database()")).ShouldBe("stack");
    }

    [Fact]
    public async Task A_service_is_given_the_folder_where_no_minio_is()
    {
        Assert.SkipUnless(!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists($"{folder}/minio")), "minio is installed");
        using var stack = await Stack.StartAsync(data);

        (await stack.GetAsync("/setting/ConnectionStrings:minio")).ShouldBe($"Folder={data}/store");
    }

    [Fact]
    public async Task The_database_wants_its_password()
    {
        using var stack = await Stack.StartAsync(data);
        var given = new NpgsqlConnectionStringBuilder(await stack.GetAsync("/setting/ConnectionStrings:stack")) { Password = "guess" };
        await using var connection = new NpgsqlConnection(given.ConnectionString);

        var refused = await Should.ThrowAsync<PostgresException>(() => connection.OpenAsync(Cancel));

        refused.SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
    }

    [Fact]
    public async Task A_second_start_finds_what_the_first_wrote()
    {
        using (var first = await Stack.StartAsync(data))
        {
            await AskAsync(first, "CREATE TABLE kept AS SELECT 'yesterday' AS word");
            await first.EndAsync("TERM");
        }

        using var second = await Stack.StartAsync(data);

        (await AskAsync(second, "SELECT word FROM kept")).ShouldBe("yesterday");
    }

    [Fact]
    public async Task A_start_after_everything_was_killed_finds_the_data()
    {
        using (var first = await Stack.StartAsync(data))
        {
            await AskAsync(first, "CREATE TABLE kept AS SELECT 'yesterday' AS word");
            await first.SignalAsync("KILL", [first.Process.Id, .. first.Children()]);
        }

        using var second = await Stack.StartAsync(data);

        (await AskAsync(second, "SELECT word FROM kept")).ShouldBe("yesterday");
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    [InlineData("KILL")]
    public async Task No_process_outlives_the_stack(string signal)
    {
        using var stack = await Stack.StartAsync(data);
        await stack.UntilAsync(() => stack.Children().Count >= 4);

        await stack.EndAsync(signal);

        await stack.UntilAsync(() => stack.Children().Count == 0);
    }

    [Fact]
    public async Task A_killed_service_is_started_again()
    {
        using var stack = await Stack.StartAsync(data);
        var before = await stack.GetAsync("/pid");

        await stack.SignalAsync("KILL", int.Parse(before));

        await stack.UntilAsync(() => stack.Said.Contains("starts again", StringComparison.Ordinal));
        await stack.UntilAsync(() => stack.Said.Split("Now listening on: http://localhost").Length > 2);
        (await stack.GetAsync("/pid")).ShouldNotBe(before);
    }

    [Fact]
    public async Task A_taken_port_is_named_with_its_user()
    {
        using var first = await Stack.StartAsync(data);

        using var second = new Stack(Directory.CreateDirectory($"{data}/other").FullName, first.Port);
        await second.Process.WaitForExitAsync(Cancel);

        second.Process.ExitCode.ShouldBe(1);
        second.Said.ShouldContain($"Port {first.Port}, which service needs, is taken");
    }

    [Fact]
    public async Task A_second_stack_on_the_same_data_is_refused()
    {
        using var first = await Stack.StartAsync(data);

        using var second = new Stack(data, Stack.FreePort());
        await second.Process.WaitForExitAsync(Cancel);

        second.Process.ExitCode.ShouldBe(1);
        second.Said.ShouldContain("runs from here already");
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private static async Task<string?> AskAsync(Stack stack, string sql)
    {
        var given = new NpgsqlConnectionStringBuilder(await stack.GetAsync("/setting/ConnectionStrings:stack")) { Pooling = false };
        await using var connection = new NpgsqlConnection(given.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancel) as string;
    }
}
