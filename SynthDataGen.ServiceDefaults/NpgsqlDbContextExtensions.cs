using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace SynthDataGen.ServiceDefaults;

/// <summary>The database, registered the way Aspire's PostgreSQL integration registers it.</summary>
public static class NpgsqlDbContextExtensions
{
    /// <summary>To compile a query of milliseconds, or to start processes for it, takes longer than it does. A connection string with options of its own goes without.</summary>
    private const string ShortQueries = "-c jit=off -c max_parallel_workers_per_gather=0";

    /// <summary>Registers the context (scoped), its factory, the data source and a health check for ConnectionStrings:{connectionName}.</summary>
    public static void AddNpgsqlDbContext<TContext>(
        this IHostApplicationBuilder builder,
        string connectionName,
        Action<DbContextOptionsBuilder>? configureDbContextOptions = null)
        where TContext : DbContext
    {
        builder.Services.TryAddSingleton(services => CreateDataSource(services, connectionName));
        builder.Services.AddDbContextFactory<TContext>((services, options) =>
        {
            // No retrying execution strategy: it refuses the explicit transactions in which jobs and rows are saved together.
            options.UseNpgsql(services.GetRequiredService<NpgsqlDataSource>());
            configureDbContextOptions?.Invoke(options);
        });
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealthCheck>("database", timeout: TimeSpan.FromSeconds(5));
        builder.Services.AddSingleton<IStartupCheck, DatabaseStartupCheck>();
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
}
