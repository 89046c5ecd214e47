using System.Data.Common;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SynthDataGen.Core.Storage;

/// <summary>Opens the store that a connection string names.</summary>
public static class ObjectStores
{
    /// <summary>The setting for where documents and exports are stored.</summary>
    public const string ConnectionName = "minio";

    private const string Setting = $"ConnectionStrings:{ConnectionName}";
    private const string Forms = "'Endpoint=http://host:port;AccessKey=…;SecretKey=…[;Region=…]' or 'Folder=/path'";
    private const string DefaultRegion = "us-east-1";

    /// <summary>Adds the <see cref="IObjectStore"/> of <c>ConnectionStrings:minio</c>.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services.AddSingleton(provider =>
            Open(configuration.GetConnectionString(ConnectionName), provider.GetRequiredService<TimeProvider>()));
    }

    /// <summary>Opens a store without contacting it; <see cref="IObjectStore.EnsureBucketAsync"/> does that.</summary>
    /// <exception cref="StorageException">The connection string is missing or has no known form.</exception>
    public static IObjectStore Open(string? connectionString, TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        var parts = Parse(connectionString);
        if (Value(parts, "Folder") is { } folder)
        {
            return new FolderObjectStore(folder, time);
        }

        if (!Uri.TryCreate(Value(parts, "Endpoint"), UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
        {
            throw new StorageException($"{Setting} names no folder and no http address: {Forms}.");
        }

        return new S3ObjectStore(
            endpoint, Required(parts, "AccessKey"), Required(parts, "SecretKey"), Value(parts, "Region") ?? DefaultRegion, time);
    }

    private static DbConnectionStringBuilder Parse(string? connectionString)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            throw new StorageException($"{Setting} is not set: {Forms}.");
        }

        try
        {
            return new DbConnectionStringBuilder { ConnectionString = connectionString };
        }
        catch (ArgumentException)
        {
            // The cause is not kept: it may quote the secret.
            throw new StorageException($"{Setting} is not a connection string: {Forms}.");
        }
    }

    private static string Required(DbConnectionStringBuilder parts, string name) =>
        Value(parts, name) ?? throw new StorageException($"{Setting} has no {name}: {Forms}.");

    private static string? Value(DbConnectionStringBuilder parts, string name) =>
        parts.TryGetValue(name, out var value) && value is string { Length: > 0 } text ? text : null;
}
