namespace SynthDataGen.Core.Generation.Contexts;

/// <summary>What heading paths have in common.</summary>
internal static class HeadingPaths
{
    /// <summary>How many headings two paths share, from the outermost on.</summary>
    public static int Shared(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Zip(other).TakeWhile(pair => string.Equals(pair.First, pair.Second, StringComparison.Ordinal)).Count();

    /// <summary>The headings that all of these paths begin with.</summary>
    public static IReadOnlyList<string> Common(IEnumerable<IReadOnlyList<string>> paths) =>
        paths.Aggregate((common, path) => [.. common.Take(Shared(common, path))]);
}
