using System.ComponentModel.DataAnnotations;

namespace SynthDataGen.Web;

/// <summary>Settings of the browser app, section <c>Web</c>.</summary>
public sealed class WebOptions
{
    /// <summary>The folder that keeps the keys of the sign-in cookie, so that a restart signs nobody out. Default: none (the user's profile).</summary>
    public string? KeysFolder { get; set; }

    /// <summary>The largest file that may be uploaded. Default: 512 MiB.</summary>
    [Range(1, long.MaxValue)]
    public long MaxUploadBytes { get; set; } = 512L * 1024 * 1024;
}
