using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SynthDataGen.Core.Data;

/// <summary>Brings the database to the model's shape at start. Can run twice, in several processes: the first one migrates, the others wait.</summary>
public sealed class DatabaseSetup(IDbContextFactory<SynthDataGenDb> factory)
{
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        // On an empty database the migrator would log the missing history as a failure, which frightens who starts us first.
        await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }
}
