using System.Text;
using System.Text.Json;
using SynthDataGen.Testing;

namespace SynthDataGen.Core.Tests.Export.Formats;

/// <summary>Loads datasets like their consumers, in Python with its standard library.</summary>
internal static class Consumer
{
    private static readonly string Script = Path.Combine(Repository.Root, "tests/SynthDataGen.Core.Tests/Export/Formats/consumer.py");

    private static readonly bool IsHere = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "python3")));

    /// <summary>Loads the rows of a file; fails if the file is not as its consumer documents it.</summary>
    public static async Task<JsonElement[]> LoadAsync(string format, byte[] bytes)
    {
        Assert.SkipUnless(IsHere, "python3 is not installed");
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.dataset");
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        try
        {
            using var document = JsonDocument.Parse(await RunAsync(format, path));
            return [.. document.RootElement.Clone().EnumerateArray()];
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>A text as it survives UTF-8.</summary>
    public static string Held(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static async Task<string> RunAsync(string format, string path)
    {
        using var python = Runner.Start("python3", ["-I", Script, format, path]);
        python.StandardInput.Close();
        var errors = python.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await python.WaitForExitAsync(TestContext.Current.CancellationToken);
        python.ExitCode.ShouldBe(0, await errors);
        return output;
    }
}
