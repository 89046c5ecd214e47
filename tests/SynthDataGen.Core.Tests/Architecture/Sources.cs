using System.Text.RegularExpressions;
using SynthDataGen.Testing;

namespace SynthDataGen.Core.Tests.Architecture;

/// <summary>A file of the repository. Its path is relative to the root, with forward slashes.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public string Project => Path.StartsWith("tests/", StringComparison.Ordinal) || Path.StartsWith("bench/", StringComparison.Ordinal)
        ? Path.Split('/')[1]
        : Path.Split('/')[0];

    public bool IsTest => Path.StartsWith("tests/", StringComparison.Ordinal);

    /// <summary>Lines without comments that fill a line.</summary>
    public IEnumerable<string> Code => Text.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal));

    public bool Names(string pattern) => Code.Any(line => Regex.IsMatch(line, pattern));

    public override string ToString() => Path;
}

/// <summary>The files that the rules are about: ours, not generated ones.</summary>
internal static class Sources
{
    private static readonly string[] Foreign = ["bin", "obj", "node_modules", "Migrations", "artifacts", "TestResults"];

    private static readonly Lazy<IReadOnlyList<SourceFile>> Everything = new(() => [.. Read(new DirectoryInfo(Repository.Root))]);

    public static IReadOnlyList<SourceFile> All => Everything.Value;

    public static IReadOnlyList<SourceFile> Code => [.. All.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal))];

    /// <summary>Code that ships: neither tests nor benchmarks nor the scripts that make samples.</summary>
    public static IReadOnlyList<SourceFile> ProductCode => [.. Code.Where(file => file.Path.StartsWith("SynthDataGen.", StringComparison.Ordinal))];

    private static IEnumerable<SourceFile> Read(DirectoryInfo folder)
    {
        var files = new[] { "*.cs", "*.razor", "*.csproj" }.SelectMany(folder.EnumerateFiles)
            .Select(file => new SourceFile(Path.GetRelativePath(Repository.Root, file.FullName).Replace('\\', '/'), File.ReadAllText(file.FullName)));
        var folders = folder.EnumerateDirectories().Where(inner => inner.Name[0] != '.' && !Foreign.Contains(inner.Name, StringComparer.Ordinal));
        return files.Concat(folders.SelectMany(Read));
    }
}
