namespace SynthDataGen.Web.Review.Regenerating;

/// <summary>The remarks that are offered: those asked with last, and the usual ones.</summary>
public static class RecentRemarks
{
    private const int Most = 6;

    /// <summary>What people ask for who have not asked for anything yet.</summary>
    public static readonly IReadOnlyList<string> Usual = ["shorter", "more detailed", "in plainer words", "about the exception"];

    /// <summary>At most six, the newest first.</summary>
    public static IReadOnlyList<string> From(IEnumerable<string> recent) => [.. recent.Concat(Usual).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most)];
}
