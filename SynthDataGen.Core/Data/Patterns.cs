namespace SynthDataGen.Core.Data;

/// <summary>Patterns for <c>ILIKE</c>; what people type is data, never a wildcard.</summary>
internal static class Patterns
{
    public const string Escape = @"\";

    public static string Containing(string text) =>
        $"%{text.Trim().Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
}
