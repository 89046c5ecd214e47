using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace SynthDataGen.Web.Shell;

/// <summary>A link in the rail that is active on every page of its section.</summary>
public sealed class PlaceLink : NavLink
{
    /// <summary>The address that all pages of the section start with; "/" is the home page only.</summary>
    [Parameter, EditorRequired] public string Place { get; set; } = "";

    protected override bool ShouldMatch(string uriAbsolute)
    {
        var path = new Uri(uriAbsolute).AbsolutePath;
        return path == Place || (Place != "/" && path.StartsWith(Place + "/", StringComparison.Ordinal));
    }
}
