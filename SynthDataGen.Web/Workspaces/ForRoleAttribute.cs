namespace SynthDataGen.Web.Workspaces;

/// <summary>Marks a page that needs a role. Everybody else sees a note instead.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForRoleAttribute(string role) : Attribute
{
    /// <summary>One of <see cref="Client.Workspaces.Roles"/>.</summary>
    public string Role => role;
}
