using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace SynthDataGen.Core.Data;

/// <summary>The database cannot be used; the message says which was tried and why not, without secrets.</summary>
public sealed class DatabaseException(string message, Exception inner) : Exception(message, inner);

/// <summary>Brings the database to the model's shape at start. Can run twice, in several processes.</summary>
public sealed class DatabaseSetup(IDbContextFactory<SynthDataGenDb> factory)
{
    /// <exception cref="DatabaseException">The database cannot be reached or refuses us.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        try
        {
            await db.Database.MigrateAsync(cancellationToken);
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException { InnerException: NpgsqlException })
        {
            var address = new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString());
            throw new DatabaseException(
                $"PostgreSQL at {address.Host}:{address.Port}, database \"{address.Database}\", user \"{address.Username}\" cannot be used: "
                + $"{(e as NpgsqlException ?? e.InnerException!).Message} Check ConnectionStrings:{SynthDataGenDb.ConnectionName}.",
                e);
        }
    }
}
