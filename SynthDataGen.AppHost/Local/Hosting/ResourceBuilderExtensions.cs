using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Local;

namespace Aspire.Hosting;

/// <summary>What any resource takes.</summary>
public static class ResourceBuilderExtensions
{
    /// <summary>A connection string that is configured, as ConnectionStrings:{name}.</summary>
    public static IResourceBuilder<IResourceWithConnectionString> AddConnectionString(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddResource(new ConnectionStringResource(name, builder.Configuration[$"ConnectionStrings:{name}"]!));

    /// <summary>Gives a project the connection string.</summary>
    public static IResourceBuilder<ProjectResource> WithReference(
        this IResourceBuilder<ProjectResource> builder, IResourceBuilder<IResourceWithConnectionString> source) =>
        builder.With(project => project.ConnectionStrings.Add(source.Resource));

    /// <summary>Gives a project the address of another.</summary>
    public static IResourceBuilder<ProjectResource> WithReference(
        this IResourceBuilder<ProjectResource> builder, IResourceBuilder<IResourceWithServiceDiscovery> source) =>
        builder.With(project => project.Services.Add((ProjectResource)source.Resource));

    /// <summary>Gives a project an environment variable.</summary>
    public static IResourceBuilder<ProjectResource> WithEnvironment(this IResourceBuilder<ProjectResource> builder, string name, string? value) =>
        builder.With(project => project.Environment[name] = value ?? "");

    /// <summary>Starts a project only when the dependency is ready.</summary>
    public static IResourceBuilder<ProjectResource> WaitFor(this IResourceBuilder<ProjectResource> builder, IResourceBuilder<IResource> dependency) =>
        builder.With(project => project.Dependencies.Add((LocalResource)dependency.Resource));

    internal static IResourceBuilder<T> With<T>(this IResourceBuilder<T> builder, Action<T> change)
        where T : IResource
    {
        change(builder.Resource);
        return builder;
    }
}
