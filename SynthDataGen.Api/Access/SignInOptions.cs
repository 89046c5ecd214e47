using System.ComponentModel.DataAnnotations;

namespace SynthDataGen.Api.Access;

/// <summary>How often one may try to sign in. Section <c>SignIn</c>.</summary>
internal sealed class SignInOptions
{
    public const string Section = "SignIn";

    /// <summary>Secrets that one address may get wrong within the window. Default: 10.</summary>
    [Range(1, 100_000)]
    public int Failures { get; set; } = 10;

    /// <summary>The window, in minutes. Default: 5.</summary>
    [Range(1, 1440)]
    public int WindowMinutes { get; set; } = 5;

    /// <summary>
    /// Networks, as in <c>10.0.0.0/8</c>, whose servers are believed when they say for which address they ask: that of the browser app,
    /// where it does not run on this machine. Default: none but this machine.
    /// </summary>
    public string[] TrustedProxies { get; set; } = [];
}
