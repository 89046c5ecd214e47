using System.Text.Json;

namespace SynthDataGen.Api;

/// <summary>Enumerations on the wire are camelCase words.</summary>
internal static class WireNames
{
    public static string ToWire<T>(this T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Reads a word; an absent one is no choice, an unknown one is an error.</summary>
    public static bool TryRead<T>(string? word, out T? value)
        where T : struct, Enum
    {
        value = Enum.GetValues<T>().Cast<T?>().FirstOrDefault(v => v!.Value.ToWire() == word);
        return string.IsNullOrEmpty(word) || value is not null;
    }
}
