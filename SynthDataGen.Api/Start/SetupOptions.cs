using System.ComponentModel.DataAnnotations;

namespace SynthDataGen.Api.Start;

/// <summary>What the first start needs to know. Section <c>Setup</c>.</summary>
internal sealed class SetupOptions
{
    public const string Section = "Setup";

    /// <summary>Where the sign-in address and the API key are written, for the one who started this; null: nowhere.</summary>
    public string? AdminFile { get; set; }

    /// <summary>Address of the browser app. Default: http://localhost:5080.</summary>
    [Required]
    public string WebUrl { get; set; } = "http://localhost:5080";

    /// <summary>Address of this Api. Default: http://localhost:5081.</summary>
    [Required]
    public string ApiUrl { get; set; } = "http://localhost:5081";
}
