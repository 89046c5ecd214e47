using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SynthDataGen.Testing;

namespace SynthDataGen.ServiceDefaults.Tests;

public sealed class DatabaseTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Context_factory_and_data_source_open_the_same_database()
    {
        var server = await PostgresServer.Shared;
        var database = await server.CreateDatabaseAsync(cancellationToken: Cancel);
        await using var app = TestApp.Create(("Database", database));
        await using var scope = app.Services.CreateAsyncScope();
        await using var made = await app.Services.GetRequiredService<IDbContextFactory<EmptyContext>>().CreateDbContextAsync(Cancel);

        string[] opened =
        [
            await NameAsync(scope.ServiceProvider.GetRequiredService<EmptyContext>()),
            await NameAsync(made),
            await NameAsync(app.Services.GetRequiredService<NpgsqlDataSource>()),
        ];

        opened.ShouldAllBe(name => name == new NpgsqlConnectionStringBuilder(database).Database);
    }

    [Fact]
    public async Task A_context_takes_part_in_an_explicit_transaction()
    {
        var server = await PostgresServer.Shared;
        await using var app = TestApp.Create(("Database", await server.CreateDatabaseAsync(cancellationToken: Cancel)));
        await using var scope = app.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<EmptyContext>();

        await using var transaction = await context.Database.BeginTransactionAsync(Cancel);

        await transaction.CommitAsync(Cancel);
    }

    [Theory]
    [InlineData("", "ConnectionStrings__synthdatagen")]
    [InlineData("Pasword=hush;Host=db", "not a PostgreSQL connection string")]
    public async Task A_bad_setting_is_told_without_secrets(string setting, string expected)
    {
        await using var app = TestApp.Create(("Database", setting));

        var refused = Should.Throw<StartupException>(() => app.Services.GetRequiredService<NpgsqlDataSource>());

        refused.Message.ShouldContain(expected);
        refused.Message.ShouldNotContain("hush");
    }

    [Fact]
    public async Task An_unreachable_database_is_named_without_its_password()
    {
        await using var app = TestApp.Create(("Database", TestApp.Nowhere));
        var check = app.Services.GetRequiredService<IStartupCheck>();

        var refused = await Should.ThrowAsync<StartupException>(() => check.CheckAsync(Cancel));

        refused.Message.ShouldContain("\"nothing\" at 127.0.0.1:1 cannot be opened as someone");
        refused.Message.ShouldNotContain("hush");
    }

    [Fact]
    public async Task A_process_whose_check_fails_ends_with_code_one()
    {
        await using var app = TestApp.Create(("Database", TestApp.Nowhere));

        (await app.RunCheckedAsync(Cancel)).ShouldBe(1);
    }

    private static async Task<string> NameAsync(EmptyContext context) =>
        (await context.Database.SqlQueryRaw<string>("SELECT current_database() AS \"Value\"").ToListAsync(Cancel)).Single();

    private static async Task<string> NameAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand("SELECT current_database()");
        return (string)(await command.ExecuteScalarAsync(Cancel))!;
    }
}
