using System.Text.Encodings.Web;
using System.Text.Json;

namespace SynthDataGen.Web.Export.Preview;

/// <summary>A row of a dataset, formatted for reading.</summary>
public static class RowText
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>JSON with one member per line; anything else unchanged.</summary>
    public static string Lay(string row, string language)
    {
        if (language != "json")
        {
            return row;
        }

        try
        {
            using var json = JsonDocument.Parse(row);
            return JsonSerializer.Serialize(json.RootElement, Readable);
        }
        catch (JsonException)
        {
            return row;
        }
    }
}
