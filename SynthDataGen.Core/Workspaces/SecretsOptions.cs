using System.ComponentModel.DataAnnotations;

namespace SynthDataGen.Core.Workspaces;

/// <summary>Where generators' API keys are sealed. Section <c>Secrets</c>.</summary>
public sealed class SecretsOptions
{
    public const string Section = "Secrets";

    /// <summary>The file with the sealing key; made where there is none. Default: <c>.data/secrets.key</c>.</summary>
    [Required]
    public string KeyFile { get; set; } = ".data/secrets.key";
}
