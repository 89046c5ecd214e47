namespace SynthDataGen.Core.Generation.Contexts;

/// <summary>Comparison of heading paths.</summary>
internal static class HeadingPaths
{
    /// <summary>How many headings two paths share, starting from the outermost.</summary>
    public static int Shared(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Zip(other).TakeWhile(pair => string.Equals(pair.First, pair.Second, StringComparison.Ordinal)).Count();

    /// <summary>The headings that all paths start with.</summary>
    public static IReadOnlyList<string> Common(IEnumerable<IReadOnlyList<string>> paths) =>
        paths.Aggregate((common, path) => [.. common.Take(Shared(common, path))]);
}
