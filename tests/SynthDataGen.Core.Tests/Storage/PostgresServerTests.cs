using Npgsql;
using SynthDataGen.Testing;

namespace SynthDataGen.Core.Tests.Storage;

public sealed class PostgresServerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copied_database_holds_what_its_template_holds()
    {
        var server = await PostgresServer.Shared;
        var template = await server.CreateDatabaseAsync(cancellationToken: Cancel);
        await ExecuteAsync(template, "create table words (word text); insert into words values ('évidence')");

        var copy = await server.CreateDatabaseAsync(template, Cancel);

        (await ExecuteAsync(copy, "select word from words")).ShouldBe("évidence");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_restarted_server_still_holds_its_databases(bool crash)
    {
        await using var server = await PostgresServer.StartAsync(Cancel);
        var database = await server.CreateDatabaseAsync(cancellationToken: Cancel);
        await ExecuteAsync(database, "create table kept ()");

        await server.RestartAsync(crash, Cancel);

        (await ExecuteAsync(database, "select count(*) from kept")).ShouldBe(0L);
    }

    private static async Task<object?> ExecuteAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancel);
    }
}
