namespace SynthDataGen.Testing;

/// <summary>Places in and next to the clone that the tests run from.</summary>
public static class Repository
{
    private const string Solution = "SynthDataGen.sln";

    public static string Root { get; } = FindRoot();

    /// <summary>The tools that setup fetches: npm packages, the browser script, the dashboard.</summary>
    public static string Tools { get; } = Environment.GetEnvironmentVariable("SYNTHDATAGEN_TOOLS") is { Length: > 0 } folder
        ? folder
        : Path.Combine(Root, ".tools");

    /// <summary>Real documents, if somebody has put them next to the clone.</summary>
    public static string Corpus { get; } = Path.GetFullPath(Path.Combine(Root, "..", "shared", "corpus"));

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, Solution)))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds {Solution}.");
    }
}
