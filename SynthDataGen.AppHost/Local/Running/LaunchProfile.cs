using System.Text.Json;

namespace Aspire.Hosting.Local;

/// <summary>The first profile of a project's launchSettings.json.</summary>
internal sealed record LaunchProfile(int Port, IReadOnlyDictionary<string, string> Environment)
{
    public static LaunchProfile Read(string projectFolder)
    {
        var file = Path.Combine(projectFolder, "Properties", "launchSettings.json");
        using var settings = JsonDocument.Parse(File.ReadAllText(file));
        var profile = settings.RootElement.GetProperty("profiles").EnumerateObject().First().Value;
        var address = new Uri(profile.GetProperty("applicationUrl").GetString()!.Split(';')[0]);
        var environment = profile.TryGetProperty("environmentVariables", out var variables)
            ? variables.EnumerateObject().ToDictionary(variable => variable.Name, variable => variable.Value.GetString()!, StringComparer.Ordinal)
            : [];
        return new LaunchProfile(address.Port, environment);
    }
}
