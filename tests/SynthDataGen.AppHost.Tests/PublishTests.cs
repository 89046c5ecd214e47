using System.Text.Json;
using System.Text.RegularExpressions;

namespace SynthDataGen.AppHost.Tests;

/// <summary>The stack can be published from a machine without a container engine.</summary>
public sealed partial class PublishTests : IDisposable
{
    private readonly string data = AppHostProcess.NewDataFolder();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_manifest_has_every_resource_and_no_secret()
    {
        var file = Path.Combine(data, "manifest.json");
        using var publishing = AppHostProcess.Start(Path.Combine(data, "unused"), "--operation", "publish", "--publisher", "manifest", "--output-path", file);
        await publishing.Process.WaitForExitAsync(Cancel);

        publishing.Process.ExitCode.ShouldBe(0, publishing.Said);
        var manifest = await File.ReadAllTextAsync(file, Cancel);
        using var document = JsonDocument.Parse(manifest);
        var resources = document.RootElement.GetProperty("resources").EnumerateObject().ToDictionary(resource => resource.Name, resource => resource.Value.GetProperty("type").GetString());
        resources["api"].ShouldBe("project.v0");
        resources["worker"].ShouldBe("project.v0");
        resources["web"].ShouldBe("project.v0");
        resources["postgres"].ShouldBe("container.v0");
        resources["synthdatagen"].ShouldBe("value.v0");
        resources["minio"].ShouldBe("container.v0");
        Secret().IsMatch(manifest).ShouldBeFalse(manifest);
        manifest.ShouldNotContain(data);
        Directory.Exists(Path.Combine(data, "unused")).ShouldBeFalse();
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    /// <summary>Passwords of ours are 32 hexadecimal digits.</summary>
    [GeneratedRegex("[0-9A-F]{32}", RegexOptions.NonBacktracking)]
    private static partial Regex Secret();
}
