using System.Globalization;

namespace SynthDataGen.Benchmarks.Store;

/// <summary>The system's figures about another process.</summary>
internal static class ProcessFigures
{
    /// <summary>Clock ticks per second, as Linux reports them to programs on every machine.</summary>
    private const double TicksPerSecond = 100;

    /// <summary>The processor time of the process and its finished children.</summary>
    public static TimeSpan Processor(int id)
    {
        // The name in brackets can contain spaces; the four times are fields 14 to 17.
        var stat = File.ReadAllText($"/proc/{id}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromSeconds(fields[11..15].Sum(field => double.Parse(field, CultureInfo.InvariantCulture)) / TicksPerSecond);
    }

    /// <summary>The peak memory of the process in bytes, without its children.</summary>
    public static long PeakMemory(int id)
    {
        var line = File.ReadLines($"/proc/{id}/status").First(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }
}
