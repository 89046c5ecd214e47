namespace SynthDataGen.Web.Parts;

/// <summary>Text typed into a field.</summary>
public static class FieldText
{
    /// <summary>The trimmed text; null if nothing is left.</summary>
    public static string? OrNull(object? value) => value is string text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
