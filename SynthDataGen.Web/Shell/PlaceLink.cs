using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace SynthDataGen.Web.Shell;

/// <summary>A link of the rail: active wherever one is in its place, whichever page of the place it leads to.</summary>
public sealed class PlaceLink : NavLink
{
    /// <summary>The address that the place's pages begin with; "/" is the home page only.</summary>
    [Parameter, EditorRequired] public string Place { get; set; } = "";

    protected override bool ShouldMatch(string uriAbsolute)
    {
        var path = new Uri(uriAbsolute).AbsolutePath;
        return path == Place || (Place != "/" && path.StartsWith(Place + "/", StringComparison.Ordinal));
    }
}
