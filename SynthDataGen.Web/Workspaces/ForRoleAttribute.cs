namespace SynthDataGen.Web.Workspaces;

/// <summary>Says of a page that only members from a role on can do something there; others are told so in its place.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForRoleAttribute(string role) : Attribute
{
    /// <summary>One of <see cref="Client.Workspaces.Roles"/>.</summary>
    public string Role => role;
}
