using System.Globalization;

namespace SynthDataGen.Benchmarks.Store;

/// <summary>What the system knows of another process.</summary>
internal static class ProcessFigures
{
    /// <summary>Ticks of the processor clock in a second, as Linux tells them to programs on every machine.</summary>
    private const double TicksPerSecond = 100;

    /// <summary>Processor time of the process and of its children that have ended.</summary>
    public static TimeSpan Processor(int id)
    {
        // The name in brackets may hold spaces; the four times are the 14th to 17th fields.
        var stat = File.ReadAllText($"/proc/{id}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromSeconds(fields[11..15].Sum(field => double.Parse(field, CultureInfo.InvariantCulture)) / TicksPerSecond);
    }

    /// <summary>The most memory that the process held at once, in bytes, its children not counted.</summary>
    public static long PeakMemory(int id)
    {
        var line = File.ReadLines($"/proc/{id}/status").First(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }
}
