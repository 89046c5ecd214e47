using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace SynthDataGen.Core.Data.Export;

/// <summary>
/// Reads what a query of EF's finds through a cursor of PostgreSQL's, so that other questions can be asked of the same snapshot between two
/// batches, and row by row without EF, whose cost a row would be several times that of the row. The next batch is read while the last is used.
/// </summary>
internal static class ServerCursor
{
    /// <summary>Rows of a batch.</summary>
    private const int Batch = 1_000;

    /// <summary>Reads all rows.</summary>
    /// <param name="db">A context in a transaction.</param>
    /// <param name="query">What to find; its columns stand in the order of the projection's members.</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="complete">Takes a batch of rows to what the caller gets, before the next one is read.</param>
    /// <param name="cancellationToken">Ends it.</param>
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
        // Rows are to come at once and in the index's order: sorting a million of them first would take seconds.
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
