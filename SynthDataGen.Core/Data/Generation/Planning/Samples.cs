namespace SynthDataGen.Core.Data.Generation.Planning;

/// <summary>Choosing from many.</summary>
internal static class Samples
{
    /// <summary>At most so many of a list, evenly from first to last.</summary>
    public static IReadOnlyList<T> Sample<T>(this IReadOnlyList<T> all, int most) =>
        all.Count <= most ? all : [.. Enumerable.Range(0, most).Select(i => all[(int)((long)i * all.Count / most)])];
}
