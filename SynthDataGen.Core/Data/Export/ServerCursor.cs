using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace SynthDataGen.Core.Data.Export;

/// <summary>
/// Reads the result of an EF query through a PostgreSQL cursor, so that other queries can use the same snapshot between two
/// batches, and row by row without EF, which does more per row than needed here. The next batch is read while the last is used.
/// </summary>
internal static class ServerCursor
{
    /// <summary>The rows of a batch.</summary>
    private const int Batch = 1_000;

    /// <summary>Reads all rows.</summary>
    /// <param name="db">A context in a transaction.</param>
    /// <param name="query">The query; its columns are in the order of the projection's members.</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="complete">Turns a batch of rows into the caller's, before the next one is read.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async IAsyncEnumerable<IReadOnlyList<TResult>> ReadAsync<TQuery, TRow, TResult>(
        SynthDataGenDb db,
        IQueryable<TQuery> query,
        Func<NpgsqlDataReader, TRow> read,
        Func<IReadOnlyList<TRow>, Task<IReadOnlyList<TResult>>> complete,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var name = $"pairs_{Guid.CreateVersion7():n}";
        await OpenAsync(db, query, name, cancellationToken);
        var next = NextAsync();
        try
        {
            while (await next is { Count: > 0 } batch)
            {
                next = NextAsync();
                yield return batch;
            }
        }
        finally
        {
            await next.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        Task<IReadOnlyList<TResult>> NextAsync() => Task.Run(async () => await complete(await FetchAsync(db, name, read, cancellationToken)), cancellationToken);
    }

    private static async Task OpenAsync<TQuery>(SynthDataGenDb db, IQueryable<TQuery> query, string name, CancellationToken cancellationToken)
    {
        // The first rows should come immediately, in the index's order: sorting a million of them first would take seconds.
        await db.Database.ExecuteSqlRawAsync("SET LOCAL cursor_tuple_fraction = 0.0001", cancellationToken);
        await using var command = (NpgsqlCommand)query.CreateDbCommand();
        command.CommandText = $"DECLARE {name} NO SCROLL CURSOR FOR {command.CommandText}";
        command.Transaction = (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<TRow>> FetchAsync<TRow>(SynthDataGenDb db, string name, Func<NpgsqlDataReader, TRow> read, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"FETCH {Batch} FROM {name}", (NpgsqlConnection)db.Database.GetDbConnection()) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<TRow>(Batch);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
