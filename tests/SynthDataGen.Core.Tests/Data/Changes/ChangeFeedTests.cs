using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SynthDataGen.Core.Data;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Testing;

namespace SynthDataGen.Core.Tests.Data.Changes;

public sealed class ChangeFeedTests : IAsyncLifetime
{
    private readonly Guid workspace = Guid.CreateVersion7();
    private NpgsqlDataSource source = null!;
    private ChangeFeed feed = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        source = NpgsqlDataSource.Create(await (await PostgresServer.Shared).CreateDatabaseAsync(cancellationToken: Token));
        feed = new(source, TimeProvider.System, NullLogger<ChangeFeed>.Instance);
        await feed.StartAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await feed.StopAsync(CancellationToken.None);
        feed.Dispose();
        await source.DisposeAsync();
    }

    [Fact]
    public async Task A_listener_reloads_after_a_lost_connection()
    {
        await using var notes = feed.ListenAsync(workspace, Token).GetAsyncEnumerator(Token);
        var next = notes.MoveNextAsync().AsTask();
        await ListeningAsync();

        await RunAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'");
        await NotifyAsync(Guid.CreateVersion7()); // Nobody is connected to receive it.

        var kinds = new List<string>();
        do
        {
            (await next).ShouldBeTrue();
            notes.Current.Id.ShouldBeNull();
            kinds.Add(notes.Current.Kind);
            next = notes.MoveNextAsync().AsTask();
        }
        while (kinds[^1] != ChangeNote.Member);

        kinds.ShouldBe([ChangeNote.Document, ChangeNote.Run, ChangeNote.Pair, ChangeNote.Export, ChangeNote.Workspace, ChangeNote.Member]);

        var changed = Guid.CreateVersion7();
        await NotifyAsync(changed);
        (await next).ShouldBeTrue();
        notes.Current.ShouldBe(new(workspace, ChangeNote.Pair, changed));
    }

    [Fact]
    public async Task The_first_connection_brings_no_note()
    {
        await using var notes = feed.ListenAsync(workspace, Token).GetAsyncEnumerator(Token);
        var next = notes.MoveNextAsync().AsTask();
        await ListeningAsync();
        var changed = Guid.CreateVersion7();

        await NotifyAsync(changed);

        (await next).ShouldBeTrue();
        notes.Current.ShouldBe(new(workspace, ChangeNote.Pair, changed));
    }

    private async Task ListeningAsync()
    {
        await using var command = source.CreateCommand("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%' AND state = 'idle')");
        while (await command.ExecuteScalarAsync(Token) is not true)
        {
            await Task.Delay(20, Token);
        }
    }

    private async Task NotifyAsync(Guid pair)
    {
        await using var db = new SynthDataGenDb(new DbContextOptionsBuilder<SynthDataGenDb>().UseNpgsql(source).Options);
        await db.NotifyAsync(workspace, ChangeNote.Pair, pair, Token);
    }

    private async Task RunAsync(string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Token);
    }
}
