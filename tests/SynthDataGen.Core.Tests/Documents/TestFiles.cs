using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Documents.Extractors;

namespace SynthDataGen.Core.Tests.Documents;

/// <summary>Where the tests' files are, and a folder of its own for what a test writes.</summary>
internal sealed class TestFiles : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("documents-").FullName;

    public static string Root { get; } = FindRoot();

    public static string Corpus { get; } = Path.Combine(Root, "..", "shared", "corpus");

    public static string Sample(string name) => Path.Combine(Root, "samples", name);

    /// <summary>A file of the corpus; the test is skipped, and counted as skipped, if there is no corpus.</summary>
    public static string FromCorpus(string kind, string name)
    {
        Assert.SkipUnless(Directory.Exists(Corpus), "the corpus is not there");
        return Path.Combine(Corpus, kind, name);
    }

    public static DocumentReader Reader(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(s => $"ExtractionOptions:{s.Key}", string? (s) => s.Value, StringComparer.Ordinal))
            .Build();
        return new ServiceCollection().AddDocuments(configuration).BuildServiceProvider().GetRequiredService<DocumentReader>();
    }

    public static Task<Extraction> ReadAsync(string path) =>
        Reader().ReadAsync(new DocumentFile(path, Path.GetFileName(path), "", 0), TestContext.Current.CancellationToken);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "SynthDataGen.sln")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new InvalidOperationException("The repository's root is not above the tests.");
    }
}
