using System.Diagnostics;
using System.Globalization;

namespace SynthDataGen.EndToEnd.Stack;

/// <summary>A process as it was seen: its id alone could be another's by now, its start tells them apart.</summary>
public sealed record Child(int Id, string Started, string Program)
{
    public bool IsAlive => Children.See(Id) is { } now && now.Started == Started;

    /// <summary>As <c>kill -9</c> does.</summary>
    public void Kill()
    {
        using var process = Process.GetProcessById(Id);
        process.Kill();
    }
}

/// <summary>The processes of a stack. Aspire's orchestrator detaches them, so they are known by a mark in their environment.</summary>
public static class Children
{
    public static IReadOnlyList<Child> With(string mark) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && id != Environment.ProcessId && Read($"/proc/{id}/environ").Split('\0').Contains(mark, StringComparer.Ordinal))
            .Select(See)
            .OfType<Child>(),
    ];

    internal static Child? See(int id) => Fields(id) is { } fields && fields[0] is not ("Z" or "X")
        ? new Child(id, fields[19], Path.GetFileName(Read($"/proc/{id}/cmdline").Split('\0')[0]))
        : null;

    /// <summary>Status, parent and the rest of /proc/id/stat, after the name in brackets, which may hold anything.</summary>
    private static string[]? Fields(int id) =>
        Read($"/proc/{id}/stat") is { Length: > 0 } stat ? stat[(stat.LastIndexOf(')') + 2)..].Split(' ') : null;

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ""; // Gone by now, or not ours.
        }
    }
}
