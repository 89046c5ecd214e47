using System.Text.Json;

namespace SynthDataGen.Core.Export.Formats.Rows;

/// <summary>Where a pair came from, as the one property <c>provenance</c>, which trainers pass over.</summary>
internal sealed class ProvenanceJson(Utf8JsonWriter json)
{
    private readonly JsonFieldSink sink = new(json);

    /// <summary>What is said of a pair.</summary>
    public static IReadOnlyList<FieldColumn> Fields { get; } =
    [
        new("pair", DatasetFields.Find("id")),
        .. FieldColumns.Named(
            "version", "document", "sha256", "revision", "page", "headingPath", "evidence",
            "recipe", "generator", "model", "template", "templateVersion", "run", "status", "decidedBy", "decidedAt"),
    ];

    public static Column Column { get; } = new("provenance", "where the pair came from and who decided on it") { Fields = [.. Fields.Select(Rows.Column.Of)] };

    public void Write(ExportedPair pair)
    {
        json.WriteStartObject("provenance"u8);
        sink.Write(Fields, pair, FileFacts.None);
        json.WriteEndObject();
    }
}
