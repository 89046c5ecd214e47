namespace SynthDataGen.Web.Review.Regenerating;

/// <summary>The remarks on offer: recent ones, and the default ones.</summary>
public static class RecentRemarks
{
    private const int Most = 6;

    /// <summary>The default remarks.</summary>
    public static readonly IReadOnlyList<string> Usual = ["shorter", "more detailed", "in plainer words", "about the exception"];

    /// <summary>At most six, newest first.</summary>
    public static IReadOnlyList<string> From(IEnumerable<string> recent) => [.. recent.Concat(Usual).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most)];
}
