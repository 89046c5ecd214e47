using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SynthDataGen.Core.Data;

/// <summary>Prepares the database at start. Processes that start together take turns.</summary>
public sealed class DatabaseSetup(IDbContextFactory<SynthDataGenDb> factory)
{
    /// <summary>The advisory lock of the process that is preparing the database.</summary>
    private const long StartLock = 5_943_018_276;

    /// <summary>Brings the database to the model's shape.</summary>
    public Task MigrateAsync(CancellationToken cancellationToken) => PrepareAsync(_ => Task.CompletedTask, cancellationToken);

    /// <summary>Brings the database to the model's shape, then adds what must exist from the start. Both can run twice.</summary>
    public async Task PrepareAsync(Func<CancellationToken, Task> seed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seed);
        await using var gate = await factory.CreateDbContextAsync(cancellationToken);
        gate.Database.SetCommandTimeout(TimeSpan.Zero);
        await gate.Database.OpenConnectionAsync(cancellationToken); // The lock is the session's, so the connection stays open throughout.
        await gate.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({StartLock})", cancellationToken);
        try
        {
            await MigrateSchemaAsync(cancellationToken);
            await seed(cancellationToken);
        }
        finally
        {
            // Closing alone returns the connection to the pool with its lock.
            await gate.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({StartLock})", CancellationToken.None);
        }
    }

    private async Task MigrateSchemaAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);

        // On an empty database the migrator would log the missing history as a failure, which frightens first-time users.
        await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }
}
