namespace SynthDataGen.Web.Review.Grid;

/// <summary>A bulk decision's action, in words.</summary>
/// <param name="Name">As on the wire.</param>
/// <param name="Verb">To choose it.</param>
/// <param name="Done">What was done.</param>
public sealed record BulkAction(string Name, string Verb, string Done)
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<BulkAction> All =
    [
        new("approve", "Approve", "Approved"), new("reject", "Reject", "Rejected"), new("tag", "Tag", "Tagged"), new("untag", "Untag", "Untagged"),
    ];

    /// <summary>The one of this name; an unknown one speaks for itself.</summary>
    public static BulkAction Of(string name) => All.FirstOrDefault(one => one.Name == name) ?? new(name, name, name);
}
