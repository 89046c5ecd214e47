namespace SynthDataGen.Web.Parts;

/// <summary>What somebody wrote into a field.</summary>
public static class FieldText
{
    /// <summary>Without the white space around it; null where nothing is left.</summary>
    public static string? OrNull(object? value) => value is string text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
