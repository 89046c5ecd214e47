using Microsoft.EntityFrameworkCore;

namespace SynthDataGen.Core.Data;

/// <summary>Opening contexts: each door opens its own, so that doors can be used from many threads at once.</summary>
internal static class Transactions
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
}
