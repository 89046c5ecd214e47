namespace Aspire.Hosting.ApplicationModel;

/// <summary>A part of the topology.</summary>
public interface IResource
{
    /// <summary>Its name.</summary>
    string Name { get; }
}

/// <summary>A resource that others connect to by a connection string.</summary>
public interface IResourceWithConnectionString : IResource;

/// <summary>A resource that others find by name.</summary>
public interface IResourceWithServiceDiscovery : IResource;

/// <summary>A resource while the topology is being described.</summary>
public interface IResourceBuilder<out T>
    where T : IResource
{
    /// <summary>The topology.</summary>
    IDistributedApplicationBuilder ApplicationBuilder { get; }

    /// <summary>The resource.</summary>
    T Resource { get; }
}

internal sealed record ResourceBuilder<T>(IDistributedApplicationBuilder ApplicationBuilder, T Resource) : IResourceBuilder<T>
    where T : IResource;
