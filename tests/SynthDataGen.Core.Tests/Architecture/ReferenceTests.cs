using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Tests.Architecture;

/// <summary>Which project may know which. A reference that only makes another project be built first is none.</summary>
public sealed partial class ReferenceTests
{
    [Theory]
    [InlineData("SynthDataGen.AppHost", "SynthDataGen.Api", "SynthDataGen.Web", "SynthDataGen.Worker")]
    [InlineData("SynthDataGen.ServiceDefaults")]
    [InlineData("SynthDataGen.Core")]
    [InlineData("SynthDataGen.Client")]
    [InlineData("SynthDataGen.Api", "SynthDataGen.Client", "SynthDataGen.Core", "SynthDataGen.ServiceDefaults")]
    [InlineData("SynthDataGen.Worker", "SynthDataGen.Core", "SynthDataGen.ServiceDefaults")]
    [InlineData("SynthDataGen.Web", "SynthDataGen.Client", "SynthDataGen.ServiceDefaults")]
    public void A_project_references_only_what_it_may(string project, params string[] allowed)
    {
        ProjectReference().Matches(ProjectFile(project)).Select(match => match.Groups[1].Value).Order().ShouldBe(allowed);
    }

    [Fact]
    public void The_client_needs_no_package()
    {
        ProjectFile("SynthDataGen.Client").ShouldNotContain("PackageReference");
        ProjectFile("SynthDataGen.Core").ShouldContain("PackageReference");
    }

    [Fact]
    public void The_web_needs_no_database_package()
    {
        ProjectFile("SynthDataGen.Web").ShouldNotContain("EntityFrameworkCore");
        ProjectFile("SynthDataGen.Core").ShouldContain("EntityFrameworkCore");
    }

    private static string ProjectFile(string project) => Sources.All.Single(file => file.Path == $"{project}/{project}.csproj").Text;

    [GeneratedRegex(@"<ProjectReference Include=""[^""]*?([A-Za-z.]+)\.csproj""(?! ReferenceOutputAssembly=""false"")")]
    private static partial Regex ProjectReference();
}
