namespace SynthDataGen.Api;

/// <summary>Text that callers may leave out or leave blank.</summary>
internal static class WireText
{
    /// <summary>Without the white space around it; null where nothing is left.</summary>
    public static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
