using SynthDataGen.Testing;

namespace SynthDataGen.EndToEnd.Stack;

/// <summary>The AppHost as it was built with the tests.</summary>
internal static class AppHost
{
    private static readonly string Folder = AppContext.BaseDirectory.Replace(
        Path.Combine("tests", "SynthDataGen.EndToEnd"), "SynthDataGen.AppHost", StringComparison.Ordinal);

    public static string Program { get; } = Path.Combine(Folder, "SynthDataGen.AppHost.dll");

    /// <summary>Skips the test, visibly, where the stack would want containers.</summary>
    public static void SkipUnlessLocal() => Assert.SkipWhen(
        File.Exists(Path.Combine(Folder, "Aspire.Hosting.dll")),
        "The AppHost was built to run containers; these tests start the one that does without: build with -p:UseAspire=false.");

    /// <summary>A data folder of its own, where PostgreSQL may write too.</summary>
    public static string NewDataFolder() => Path.Combine(Runner.TempFolder, $"synthdatagen stack {Guid.CreateVersion7():N}");
}
