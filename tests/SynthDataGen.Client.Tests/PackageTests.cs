using System.IO.Compression;
using System.Xml.Linq;
using SynthDataGen.Testing;

namespace SynthDataGen.Client.Tests;

public sealed class PackageTests
{
    [Fact]
    public async Task I_can_take_the_package_without_taking_others()
    {
        var folder = Directory.CreateTempSubdirectory("synthdatagen-pack-");
        try
        {
            await PackAsync(folder.FullName);

            await using var package = await ZipFile.OpenReadAsync(folder.GetFiles("SynthDataGen.Client.*.nupkg").ShouldHaveSingleItem().FullName, Cancel);
            var entries = package.Entries.Select(entry => entry.FullName).ToList();
            entries.ShouldContain("lib/net10.0/SynthDataGen.Client.dll");
            entries.ShouldContain("lib/net10.0/SynthDataGen.Client.xml");
            await using var nuspec = await package.GetEntry("SynthDataGen.Client.nuspec")!.OpenAsync(Cancel);
            var description = await XDocument.LoadAsync(nuspec, LoadOptions.None, Cancel);
            description.Descendants().Where(element => element.Name.LocalName == "group").ShouldHaveSingleItem();
            description.Descendants().Where(element => element.Name.LocalName == "dependency").ShouldBeEmpty();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Packs what was built for this test run.</summary>
    private static Task PackAsync(string folder)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var project = Path.Combine(Repository.Root, "SynthDataGen.Client");
        return Runner.RunAsync("dotnet", ["pack", project, "--no-build", "-c", configuration, "-o", folder, "-nodeReuse:false"], Cancel);
    }
}
