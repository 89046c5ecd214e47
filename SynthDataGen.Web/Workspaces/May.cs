using SynthDataGen.Client.Workspaces;

namespace SynthDataGen.Web.Workspaces;

/// <summary>
/// What a person may do, so that pages show no button that the Api would refuse. It dates from when the page was opened; the Api has the last
/// word.
/// </summary>
/// <param name="Role">Their role in the workspace.</param>
/// <param name="MakeWorkspaces">Whether they administer the whole system.</param>
public sealed record May(string Role, bool MakeWorkspaces = false)
{
    /// <summary>What everybody may do.</summary>
    public static May Look { get; } = new(Roles.Reviewer);

    /// <summary>Change documents, recipes and generators, and run.</summary>
    public bool Edit => Has(Roles.Editor);

    /// <summary>Change the workspace and its members.</summary>
    public bool Administer => Has(Roles.Administrator);

    /// <summary>Whether they have this role or a stronger one.</summary>
    public bool Has(string role) => Rank(Role) >= Rank(role);

    private static int Rank(string role) => Roles.All.ToList().IndexOf(role);
}

/// <summary>Marks a page that needs a role. Everybody else sees a note instead.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForRoleAttribute(string role) : Attribute
{
    /// <summary>One of <see cref="Roles"/>.</summary>
    public string Role => role;
}
