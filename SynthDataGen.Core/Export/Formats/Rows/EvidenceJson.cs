using System.Text.Json;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Core.Export.Formats.Rows;

/// <summary>Evidence as JSON, as it is on the wire: offsets count UTF-16 code units of the revision's text.</summary>
internal static class EvidenceJson
{
    public static IReadOnlyList<Column> Columns { get; } =
    [
        new("quote", "the words"),
        new("start", "offset of the first") { Type = Column.Int64 },
        new("end", "offset after the last") { Type = Column.Int64 },
        new("page", "the page, from 1") { Type = Column.Int64 },
        new("match", "exact, normalized, near or missing"),
    ];

    public static void WriteEvidence(this Utf8JsonWriter json, JsonEncodedText name, IReadOnlyList<Evidence> evidence)
    {
        json.WritePropertyName(name);
        json.WriteEvidence(evidence);
    }

    public static void WriteEvidence(this Utf8JsonWriter json, IReadOnlyList<Evidence> evidence)
    {
        json.WriteStartArray();
        for (var i = 0; i < evidence.Count; i++)
        {
            json.WriteStartObject();
            Write(json, evidence[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Evidence evidence)
    {
        json.WriteString("quote"u8, evidence.Quote);
        json.WriteNumber("start"u8, evidence.Start);
        json.WriteNumber("end"u8, evidence.End);
        json.WriteNumber("page"u8, evidence.Page);
        json.WriteString("match"u8, PairWords.Of(evidence.Match));
    }
}
