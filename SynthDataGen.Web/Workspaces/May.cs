using SynthDataGen.Client.Workspaces;

namespace SynthDataGen.Web.Workspaces;

/// <summary>
/// What somebody may do, so that pages show no button that the Api would refuse. It is as of when the page was opened; the Api's word is the
/// last one.
/// </summary>
/// <param name="Role">What they are in the workspace.</param>
/// <param name="MakeWorkspaces">Whether they administer the whole system.</param>
public sealed record May(string Role, bool MakeWorkspaces = false)
{
    /// <summary>What everybody may.</summary>
    public static May Look { get; } = new(Roles.Reviewer);

    /// <summary>Change documents, recipes and generators, and run.</summary>
    public bool Edit => Has(Roles.Editor);

    /// <summary>Change the workspace and its members.</summary>
    public bool Administer => Has(Roles.Administrator);

    /// <summary>Whether they have a role, or one that may more.</summary>
    public bool Has(string role) => Rank(Role) >= Rank(role);

    private static int Rank(string role) => Roles.All.ToList().IndexOf(role);
}
