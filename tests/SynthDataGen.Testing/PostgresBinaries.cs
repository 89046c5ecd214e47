namespace SynthDataGen.Testing;

/// <summary>Finds the installed PostgreSQL: the newest under /usr/lib/postgresql, else on the PATH.</summary>
internal static class PostgresBinaries
{
    private const int OldestMajor = 15;
    private const string DebianFolder = "/usr/lib/postgresql";

    public static string Folder { get; } = Candidates().FirstOrDefault(IsComplete) ?? throw new InvalidOperationException(
        $"PostgreSQL {OldestMajor} or newer is not installed: looked under {DebianFolder} and on the PATH. On Debian: apt-get install postgresql");

    private static IEnumerable<string> Candidates()
    {
        var installed = Directory.Exists(DebianFolder) ? Directory.GetDirectories(DebianFolder) : [];
        var versions = installed
            .Select(folder => (Folder: folder, Major: int.TryParse(Path.GetFileName(folder), out var major) ? major : 0))
            .Where(version => version.Major >= OldestMajor)
            .OrderByDescending(version => version.Major)
            .Select(version => Path.Combine(version.Folder, "bin"));
        return versions.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator));
    }

    private static bool IsComplete(string folder) =>
        folder.Length > 0 && new[] { "initdb", "postgres", "psql" }.All(name => File.Exists(Path.Combine(folder, name)));
}
