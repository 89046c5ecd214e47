using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Projects by path.</summary>
public static class ProjectResourceBuilderExtensions
{
    /// <summary>A project, its path relative to the AppHost's folder.</summary>
    public static IResourceBuilder<ProjectResource> AddProject(this IDistributedApplicationBuilder builder, string name, string projectPath) =>
        builder.AddResource(new ProjectResource(name, Path.GetFullPath(projectPath, builder.AppHostDirectory), builder.Configuration));

    /// <summary>How many processes of it run.</summary>
    public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas) =>
        builder.With(project => project.Replicas = replicas);

    /// <summary>It is ready when this path answers well.</summary>
    public static IResourceBuilder<ProjectResource> WithHttpHealthCheck(this IResourceBuilder<ProjectResource> builder, string? path = null) =>
        builder.With(project => project.HealthPath = path ?? "/");

    /// <summary>Nothing to do here: local processes are reachable from this machine, and only from it.</summary>
    public static IResourceBuilder<ProjectResource> WithExternalHttpEndpoints(this IResourceBuilder<ProjectResource> builder) => builder;
}
