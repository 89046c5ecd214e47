namespace SynthDataGen.Web.Review.Grid;

/// <summary>A bulk decision's action, in words.</summary>
/// <param name="Name">As on the wire.</param>
/// <param name="Verb">To choose it.</param>
/// <param name="Done">What was done.</param>
public sealed record BulkAction(string Name, string Verb, string Done)
{
    /// <summary>Takes an assignee away: assigning to nobody.</summary>
    public static readonly BulkAction Unassign = new("unassign", "Unassign", "Unassigned");

    /// <summary>Those to choose from.</summary>
    public static readonly IReadOnlyList<BulkAction> Offered =
    [
        new("approve", "Approve", "Approved"), new("reject", "Reject", "Rejected"), new("tag", "Tag", "Tagged"), new("untag", "Untag", "Untagged"),
        new("assign", "Assign", "Assigned"),
    ];

    /// <summary>The one of this name; an unknown one speaks for itself.</summary>
    public static BulkAction Of(string name) => Offered.Append(Unassign).FirstOrDefault(one => one.Name == name) ?? new(name, name, name);
}
