using System.Globalization;

namespace SynthDataGen.EndToEnd.Stack;

/// <summary>Who is connected to a port of this machine, as the kernel tells it.</summary>
internal static class Connections
{
    private const string Established = "01";

    public static bool Exist(Child process, int port)
    {
        var open = Sockets(port);
        return Directory.EnumerateFiles($"/proc/{process.Id}/fd")
            .Select(file => new FileInfo(file).LinkTarget)
            .Any(target => target is not null && open.Contains(target));
    }

    /// <summary>The sockets whose other end is this port, as they are called among a process's open files.</summary>
    private static HashSet<string> Sockets(int port)
    {
        var remote = ":" + port.ToString("X4", CultureInfo.InvariantCulture);
        return
        [
            .. new[] { "/proc/net/tcp", "/proc/net/tcp6" }.SelectMany(file => File.ReadLines(file).Skip(1))
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(fields => fields[2].EndsWith(remote, StringComparison.Ordinal) && fields[3] == Established)
                .Select(fields => $"socket:[{fields[9]}]"),
        ];
    }
}
