using System.Text.RegularExpressions;

namespace SynthDataGen.AppHost.Tests;

/// <summary>AppHost.cs must compile against the genuine packages, which are not on every machine: it keeps to names known to be there.</summary>
public sealed class AppHostSourceTests
{
    private static readonly string[] Aspire =
    [
        "DistributedApplication", "CreateBuilder", "IResourceBuilder", "IResourceWithConnectionString", "Configuration", "AppHostDirectory",
        "AddPostgres", "WithImageTag", "WithDataVolume", "AddDatabase", "AddMinioContainer", "WithImageRegistry", "AddConnectionString",
        "AddProject", "WithReference", "WithEnvironment", "WithHttpHealthCheck", "WithReplicas", "WithExternalHttpEndpoints", "WaitFor",
        "Build", "Run",
    ];

    private static readonly string[] Framework = ["Microsoft", "Extensions", "Configuration", "GetConnectionString", "Path", "GetFullPath", "Combine"];

    [Fact]
    public void The_topology_uses_only_names_that_Aspire_has()
    {
        var used = Names(Source());

        used.ShouldNotBeEmpty();
        used.Except(Aspire).Except(Framework).ShouldBeEmpty();
    }

    [Fact]
    public void The_topology_has_no_conditional_code() => Source().ShouldNotContain("#if");

    [Fact]
    public void The_image_tag_is_chosen_before_the_volume() =>
        Source().IndexOf("WithImageTag", StringComparison.Ordinal).ShouldBeInRange(0, Source().IndexOf("WithDataVolume", StringComparison.Ordinal));

    private static string[] Names(string source)
    {
        var code = Regex.Replace(source, "//[^\n]*|\"[^\"]*\"", "", RegexOptions.None, TimeSpan.FromSeconds(1));
        return [.. Regex.Matches(code, @"\b[A-Z]\w*", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value).Distinct()];
    }

    private static string Source()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "SynthDataGen.sln")))
        {
            folder = folder.Parent;
        }

        return File.ReadAllText(Path.Combine(folder.FullName, "SynthDataGen.AppHost", "AppHost.cs"));
    }
}
