using Npgsql;

namespace SynthDataGen.ServiceDefaults;

/// <summary>Says which database was tried, without its password, when it cannot be reached.</summary>
internal sealed class DatabaseStartupCheck(NpgsqlDataSource database) : IStartupCheck
{
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
        }
        catch (NpgsqlException e)
        {
            var tried = new NpgsqlConnectionStringBuilder(database.ConnectionString);
            throw new StartupException(
                $"The database \"{tried.Database}\" at {tried.Host}:{tried.Port} cannot be opened as {tried.Username}: {e.InnerException?.Message ?? e.Message}", e);
        }
    }
}
