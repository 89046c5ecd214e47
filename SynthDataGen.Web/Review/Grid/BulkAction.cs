namespace SynthDataGen.Web.Review.Grid;

/// <summary>A bulk decision's action, in words.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Verb">The label for choosing it.</param>
/// <param name="Done">The word for what was done.</param>
public sealed record BulkAction(string Name, string Verb, string Done)
{
    /// <summary>Removes an assignee by assigning to nobody.</summary>
    public static readonly BulkAction Unassign = new("unassign", "Unassign", "Unassigned");

    /// <summary>The actions to choose from.</summary>
    public static readonly IReadOnlyList<BulkAction> Offered =
    [
        new("approve", "Approve", "Approved"), new("reject", "Reject", "Rejected"), new("tag", "Tag", "Tagged"), new("untag", "Untag", "Untagged"),
        new("assign", "Assign", "Assigned"),
    ];

    /// <summary>The action with this name; an unknown one shows its name.</summary>
    public static BulkAction Of(string name) => Offered.Append(Unassign).FirstOrDefault(one => one.Name == name) ?? new(name, name, name);
}
