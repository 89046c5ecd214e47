using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Review.Grid;

/// <summary>A column of the grid, next to question and answer.</summary>
/// <param name="Key">Its name in the browser's storage.</param>
/// <param name="Title">Its header.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Sorts">The orders that clicks on its header cycle through; empty if it doesn't sort.</param>
public sealed record PairColumn(string Key, string Title, int Width, params IReadOnlyList<string> Sorts);

/// <summary>The columns that can be shown.</summary>
public static class PairColumns
{
    public static readonly IReadOnlyList<PairColumn> All =
    [
        new("status", "Status", 110), new("source", "Source", 160, "document"), new("flags", "Flags", 140, "doubt"), new("type", "Type", 100, "spread"), new("difficulty", "Difficulty", 90),
        new("score", "Score", 70, "judge"), new("assignee", "Assigned to", 125), new("reviewer", "Reviewer", 125), new("decided", "Decided", 110, "-decided"),
        new("created", "Created", 110, "-created", "created"), new("tags", "Tags", 130), new("model", "Model", 150),
    ];

    /// <summary>The columns shown by default.</summary>
    public static readonly IReadOnlyList<string> Usual = ["status", "source", "flags", "type", "reviewer"];

    /// <summary>The columns with these names, in our order; unknown names are skipped.</summary>
    public static IReadOnlyList<PairColumn> Of(IReadOnlyCollection<string> keys) => [.. All.Where(column => keys.Contains(column.Key))];

    /// <summary>The direction of an order, for screen readers.</summary>
    public static string? Direction(string? sort) => sort switch
    {
        null => null,
        "judge" or "created" or "document" or "spread" => "ascending",
        _ => "descending",
    };

    /// <summary>The filter after a click on a column's header: its first order, its next one, then none.</summary>
    public static PairFilter Sorted(PairFilter filter, PairColumn column) =>
        filter with { Sort = column.Sorts.SkipWhile(sort => sort != filter.Sort).Skip(1).FirstOrDefault() ?? (column.Sorts.Contains(filter.Sort!) ? null : column.Sorts[0]) };
}
