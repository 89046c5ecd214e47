using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace SynthDataGen.ServiceDefaults;

/// <summary>The database, with the health check of Aspire's PostgreSQL integration.</summary>
public static class Database
{
    /// <summary>Our queries last milliseconds: compiling them or starting processes for them takes longer. A connection string with options of its own overrides this.</summary>
    private const string ShortQueries = "-c jit=off -c max_parallel_workers_per_gather=0";

    /// <summary>Registers the context (scoped), its factory, the data source and a health check for ConnectionStrings:{connectionName}.</summary>
    public static void AddDatabase<TContext>(this IHostApplicationBuilder builder, string connectionName)
        where TContext : DbContext
    {
        builder.Services.TryAddSingleton(services => CreateDataSource(services, connectionName));
        builder.Services.AddDbContextFactory<TContext>((services, options) => options.UseNpgsql(services.GetRequiredService<NpgsqlDataSource>()));
        builder.EnrichNpgsqlDbContext<TContext>(settings =>
        {
            // A retrying execution strategy refuses the explicit transactions in which jobs and rows are saved together.
            settings.DisableRetry = true;
            // The service defaults register them, where there is somebody to record for.
            settings.DisableTracing = true;
            settings.DisableMetrics = true;
        });
        builder.Services.AddSingleton<IStartupCheck, StartupCheck>();
    }

    private static NpgsqlDataSource CreateDataSource(IServiceProvider services, string connectionName)
    {
        var connectionString = services.GetRequiredService<IConfiguration>().GetConnectionString(connectionName);
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            throw new StartupException(
                $"No database is configured: set ConnectionStrings__{connectionName} (Host=…;Port=…;Username=…;Password=…;Database=…), or start everything with ./run.");
        }

        try
        {
            var source = new NpgsqlDataSourceBuilder(connectionString);
            source.ConnectionStringBuilder.ApplicationName ??= services.GetRequiredService<IHostEnvironment>().ApplicationName;
            source.ConnectionStringBuilder.Options ??= ShortQueries;
            return source.UseLoggerFactory(services.GetRequiredService<ILoggerFactory>()).Build();
        }
        catch (ArgumentException e)
        {
            throw new StartupException($"ConnectionStrings__{connectionName} is not a PostgreSQL connection string.", e);
        }
    }

    /// <summary>Names the database, without its password, when it can't be reached.</summary>
    private sealed class StartupCheck(NpgsqlDataSource database) : IStartupCheck
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
}
