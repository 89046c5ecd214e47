using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace SynthDataGen.Core.Data;

/// <summary>What all records do with the database. Each call opens a context of its own, so that records can be used from many threads.</summary>
internal static class DatabaseExtensions
{
    /// <summary>Runs the work in one transaction; an exception rolls it back.</summary>
    public static async Task<T> InTransactionAsync<T>(
        this IDbContextFactory<SynthDataGenDb> factory, Func<SynthDataGenDb, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var result = await work(db);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    /// <inheritdoc cref="InTransactionAsync{T}"/>
    public static Task InTransactionAsync(
        this IDbContextFactory<SynthDataGenDb> factory, Func<SynthDataGenDb, Task> work, CancellationToken cancellationToken) =>
        factory.InTransactionAsync<object?>(
            async db =>
            {
                await work(db);
                return null;
            },
            cancellationToken);

    /// <summary>Saves; false where a unique name is taken, which is an outcome and not a fault.</summary>
    public static async Task<bool> SaveUnlessTakenAsync(this SynthDataGenDb db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return false;
        }
    }

    /// <summary>The time by the clock that all processes share, for times that are compared with each other.</summary>
    public static Task<DateTimeOffset> NowAsync(this SynthDataGenDb db, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<DateTimeOffset>($"""SELECT clock_timestamp() AS "Value" """).SingleAsync(cancellationToken);

    /// <summary>States that the order does not matter. It costs nothing: the database drops an order by a constant.</summary>
    public static IOrderedQueryable<T> InAnyOrder<T>(this IQueryable<T> rows) => rows.OrderBy(_ => 0);
}
