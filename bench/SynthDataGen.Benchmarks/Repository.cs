namespace SynthDataGen.Benchmarks;

/// <summary>Finds what the benchmarks read and run, from the clone that they were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The PDFs of the corpus that stands beside the clone, where it does, and of the samples.</summary>
    public static IReadOnlyList<string> Pdfs =>
        [.. new[] { Path.Combine(Root, "..", "shared", "corpus", "pdf"), Path.Combine(Root, "samples") }
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.pdf").Order(StringComparer.Ordinal))
            .Select(Path.GetFullPath)];

    /// <summary>The program that runs a peer.</summary>
    public static string Peer(string file) => Path.Combine(Root, "bench", "peers", file);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SynthDataGen.sln")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new DirectoryNotFoundException("Run the benchmarks inside the clone that they were built in.");
    }
}
