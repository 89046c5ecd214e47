using System.Security.Cryptography;
using System.Text;

namespace Aspire.Hosting.Local;

/// <summary>Where the server's data lies and whom it runs as. PostgreSQL refuses root, so for root that is the user postgres.</summary>
internal sealed record PostgresPlace(string Folder, string? User)
{
    private const int OldestMajor = 15;
    private const string DebianFolder = "/usr/lib/postgresql";
    private const string ServiceUser = "postgres";
    private const string RootsFolder = "/var/lib/synthdatagen";

    private string VersionFile => Path.Combine(Folder, "PG_VERSION");

    public bool IsInitialised => File.Exists(VersionFile);

    /// <summary>The newest installed; for data that exists, the version that made it, for no other can read it.</summary>
    public string Binaries()
    {
        var made = IsInitialised ? File.ReadAllText(VersionFile).Trim() : null;
        var installed = Directory.Exists(DebianFolder) ? Directory.GetDirectories(DebianFolder).Select(folder => Path.GetFileName(folder)!) : [];
        var chosen = installed
            .Where(version => int.TryParse(version, out var major) && major >= OldestMajor && (made ?? version) == version)
            .Where(version => File.Exists(Path.Combine(DebianFolder, version, "bin", "initdb")))
            .MaxBy(int.Parse);
        if (chosen is not null)
        {
            return Path.Combine(DebianFolder, chosen, "bin");
        }

        return Path.GetDirectoryName(Programs.OnPath("initdb")) ?? throw new LocalException(
            $"PostgreSQL {made ?? $"{OldestMajor} or newer"} is not installed: apt-get install postgresql, or give a server as ConnectionStrings__synthdatagen.");
    }

    public static async Task<PostgresPlace> ChooseAsync(DataFolder data, CancellationToken stop)
    {
        var own = Path.Combine(data.Path, "postgres");
        if (!Environment.IsPrivilegedProcess)
        {
            Directory.CreateDirectory(own);
            return new PostgresPlace(Path.Combine(own, "data"), null);
        }

        if (await OwnerAsync(Path.Combine(own, "data"), stop) is { } owner)
        {
            return new PostgresPlace(Path.Combine(own, "data"), owner);
        }

        var reachable = await Programs.RunAsync("setpriv", [.. Programs.AsUser(ServiceUser), "--", "test", "-x", data.Path], stop);
        if (reachable.Output.Length > 0)
        {
            throw new LocalException($"PostgreSQL does not run as root, and the user {ServiceUser} cannot be used: {reachable.Output.Trim()}");
        }

        var parent = reachable.Code == 0 ? own : Elsewhere(data.Path);
        Directory.CreateDirectory(parent);
        var given = await Programs.RunAsync("chown", [$"{ServiceUser}:", parent], stop);
        if (given.Code != 0)
        {
            throw new LocalException($"{parent} could not be given to the user {ServiceUser}: {given.Output.Trim()}");
        }

        return new PostgresPlace(Path.Combine(parent, "data"), ServiceUser);
    }

    // Below a closed folder such as /root the user postgres reaches nothing.
    private static string Elsewhere(string path) =>
        Path.Combine(RootsFolder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..16]);

    private static async Task<string?> OwnerAsync(string folder, CancellationToken stop)
    {
        var (code, owner) = await Programs.RunAsync("stat", ["-c", "%U", folder], stop);
        return code == 0 && owner.Trim() != "root" ? owner.Trim() : null;
    }
}
