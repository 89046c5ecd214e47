using System.Diagnostics;
using System.Globalization;

namespace SynthDataGen.EndToEnd.Stack;

/// <summary>A process as it was seen: its id alone could be another's by now, its start tells them apart.</summary>
public sealed record Child(int Id, string Started, string CommandLine)
{
    public bool IsAlive => Children.See(Id) is { } now && now.Started == Started;

    /// <summary>As <c>kill -9</c> does.</summary>
    public void Kill()
    {
        using var process = Process.GetProcessById(Id);
        process.Kill();
    }
}

/// <summary>What a process started, and what that started in turn.</summary>
public static class Children
{
    public static IReadOnlyList<Child> Of(int parent)
    {
        var parents = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0)
            .ToLookup(ParentOf);
        return [.. Below(parent, parents).Select(See).OfType<Child>()];
    }

    internal static Child? See(int id) => Fields(id) is { } fields && fields[0] is not ("Z" or "X")
        ? new Child(id, fields[19], Read($"/proc/{id}/cmdline").Replace('\0', ' '))
        : null;

    private static IEnumerable<int> Below(int parent, ILookup<int, int> parents) =>
        parents[parent].SelectMany(child => Below(child, parents).Prepend(child));

    private static int ParentOf(int id) => Fields(id) is { } fields ? int.Parse(fields[1], CultureInfo.InvariantCulture) : 0;

    /// <summary>Status, parent and the rest of /proc/id/stat; what stands before, a name in brackets, may hold anything.</summary>
    private static string[]? Fields(int id) =>
        Read($"/proc/{id}/stat") is { Length: > 0 } stat ? stat[(stat.LastIndexOf(')') + 2)..].Split(' ') : null;

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            // Gone meanwhile.
            return "";
        }
    }
}
