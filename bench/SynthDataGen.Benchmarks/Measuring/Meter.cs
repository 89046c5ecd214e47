using System.Runtime.InteropServices;

namespace SynthDataGen.Benchmarks.Measuring;

/// <summary>Measures the work of this process and of its finished children.</summary>
internal static partial class Meter
{
    private const int Self = 0;
    private const int Children = -1;

    /// <summary>The mean over some repeats, including what our own process and its children used.</summary>
    public static Task<Cost> MeasureAsync(int repeats, Func<Task> work) => MeasureAsync(repeats, work, () => Used(Self) + Used(Children));

    /// <summary>The mean over some repeats of what the children used. Starting them is our own cost.</summary>
    public static Task<Cost> MeasureChildrenAsync(int repeats, Func<Task> work) => MeasureAsync(repeats, work, () => Used(Children));

    private static async Task<Cost> MeasureAsync(int repeats, Func<Task> work, Func<TimeSpan> used)
    {
        var (cpu, start) = (used(), TimeProvider.System.GetTimestamp());
        for (var i = 0; i < repeats; i++)
        {
            await work();
        }
        return new Cost(used() - cpu, TimeProvider.System.GetElapsedTime(start)) / repeats;
    }

    private static TimeSpan Used(int who)
    {
        if (GetResourceUsage(who, out var usage) != 0)
        {
            throw new InvalidOperationException("The system does not report the processor time used.");
        }
        return TimeSpan.FromSeconds(usage.UserSeconds + usage.SystemSeconds) + TimeSpan.FromMicroseconds(usage.UserMicroseconds + usage.SystemMicroseconds);
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetResourceUsage(int who, out ResourceUsage usage);

    /// <summary>The start of <c>struct rusage</c> on 64-bit Linux, before fourteen more counters.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 18 * sizeof(long))]
    private readonly struct ResourceUsage
    {
        public readonly long UserSeconds;
        public readonly long UserMicroseconds;
        public readonly long SystemSeconds;
        public readonly long SystemMicroseconds;
    }
}
