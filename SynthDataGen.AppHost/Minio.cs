namespace SynthDataGen.AppHost;

/// <summary>MinIO in a container. CommunityToolkit.Aspire.Hosting.Minio has the same names: once it is served, it replaces this file.</summary>
internal sealed class MinioContainerResource(string name, ParameterResource? rootUser, ParameterResource rootPassword) : ContainerResource(name), IResourceWithConnectionString
{
    private EndpointReference Http => new(this, "http");

    internal ReferenceExpression RootUser => rootUser is null ? ReferenceExpression.Create($"minioadmin") : ReferenceExpression.Create($"{rootUser}");

    internal ParameterResource RootPassword => rootPassword;

    public ReferenceExpression ConnectionStringExpression =>
        ReferenceExpression.Create($"Endpoint={Http.Property(EndpointProperty.Url)};AccessKey={RootUser};SecretKey={rootPassword}");
}

internal static class MinioBuilderExtensions
{
    public static IResourceBuilder<MinioContainerResource> AddMinioContainer(
        this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ParameterResource>? rootUser = null, IResourceBuilder<ParameterResource>? rootPassword = null, int? port = null)
    {
        var password = rootPassword?.Resource ?? ParameterResourceBuilderExtensions.CreateDefaultPasswordParameter(builder, $"{name}-rootPassword");
        var minio = new MinioContainerResource(name, rootUser?.Resource, password);
        return builder.AddResource(minio)
            .WithImage("minio/minio", "RELEASE.2025-09-07T16-13-09Z")
            .WithImageRegistry("quay.io")
            .WithArgs("server", "/data", "--console-address", ":9001")
            .WithHttpEndpoint(port, targetPort: 9000)
            .WithHttpEndpoint(targetPort: 9001, name: "console")
            .WithEnvironment("MINIO_ROOT_USER", minio.RootUser)
            .WithEnvironment("MINIO_ROOT_PASSWORD", $"{password}")
            .WithHttpHealthCheck("/minio/health/live", endpointName: "http");
    }

    public static IResourceBuilder<MinioContainerResource> WithDataVolume(this IResourceBuilder<MinioContainerResource> minio, string? name = null) =>
        minio.WithVolume(name ?? $"{minio.Resource.Name}-data", "/data");
}
