using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>The servers that Aspire would run in containers.</summary>
public static class ServerBuilderExtensions
{
    /// <summary>PostgreSQL, from the installed binaries.</summary>
    public static IResourceBuilder<PostgresServerResource> AddPostgres(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddResource(new PostgresServerResource(name));

    /// <summary>A database on the server, created when it is missing.</summary>
    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(this IResourceBuilder<PostgresServerResource> builder, string name) =>
        builder.ApplicationBuilder.AddResource(new PostgresDatabaseResource(name, builder.Resource));

    /// <summary>MinIO where its binary is on the PATH, else a folder.</summary>
    public static IResourceBuilder<MinioContainerResource> AddMinioContainer(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddResource(new MinioContainerResource(name));

    /// <summary>Of no effect here: there is no image.</summary>
    public static IResourceBuilder<T> WithImageTag<T>(this IResourceBuilder<T> builder, string tag)
        where T : ContainerResource => builder;

    /// <summary>Of no effect here: there is no image.</summary>
    public static IResourceBuilder<T> WithImageRegistry<T>(this IResourceBuilder<T> builder, string registry)
        where T : ContainerResource => builder;

    /// <summary>Of no effect here: data is always kept, in the data folder.</summary>
    public static IResourceBuilder<T> WithDataVolume<T>(this IResourceBuilder<T> builder, string? name = null)
        where T : ContainerResource => builder;
}
