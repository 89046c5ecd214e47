namespace SynthDataGen.Web.Workspaces;

/// <summary>Addresses to return to, all of them on this site.</summary>
public static class LocalAddress
{
    /// <summary>The address if it is one of our paths, otherwise the home page.</summary>
    public static string OrHome(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : "/";

    /// <summary>The sign-in page that leads back to where the person was.</summary>
    public static string SignInThen(Uri current) => "/signin?returnUrl=" + Uri.EscapeDataString(current.PathAndQuery);
}
