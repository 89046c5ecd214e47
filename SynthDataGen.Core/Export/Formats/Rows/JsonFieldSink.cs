using System.Text.Json;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Export.Formats.Rows;

/// <summary>Receives the values of a row's fields, one after the other. What is unknown is an empty text or 0: a column keeps one type from the first row to the last.</summary>
internal interface IFieldSink
{
    void Text(string? text);

    void Number(int number);

    void Id(Guid id);

    void Time(DateTimeOffset? time);

    /// <summary>Words joined into one text.</summary>
    void Joined(IReadOnlyList<string> words, string separator);

    void Evidence(IReadOnlyList<Evidence> evidence);
}

/// <summary>Writes fields as properties of a JSON object.</summary>
internal sealed class JsonFieldSink(Utf8JsonWriter json) : IFieldSink
{
    private JsonEncodedText name;

    /// <summary>The fields that say where a pair came from.</summary>
    public static IReadOnlyList<FieldColumn> ProvenanceFields { get; } =
    [
        new("pair", DatasetFields.Find("id")),
        .. FieldColumn.Named(
            "version", "document", "sha256", "revision", "page", "headingPath", "evidence",
            "recipe", "generator", "model", "template", "templateVersion", "run", "status", "decidedBy", "decidedAt"),
    ];

    /// <summary>These fields as one property, which trainers ignore.</summary>
    public static Column Provenance { get; } = new("provenance", "where the pair came from and who decided on it") { Fields = [.. ProvenanceFields.Select(field => field.Column)] };

    public void Write(IReadOnlyList<FieldColumn> columns, ExportedPair pair, FileFacts file)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            name = columns[i].Encoded;
            columns[i].Field.Put(this, pair, file);
        }
    }

    public void WriteProvenance(ExportedPair pair)
    {
        json.WriteStartObject("provenance"u8);
        Write(ProvenanceFields, pair, FileFacts.None);
        json.WriteEndObject();
    }

    public void Text(string? text) => json.WriteString(name, text ?? "");

    public void Number(int number) => json.WriteNumber(name, number);

    public void Id(Guid id) => json.WriteString(name, id);

    public void Joined(IReadOnlyList<string> words, string separator) => json.WriteString(name, words.Count == 1 ? words[0] : string.Join(separator, words));

    public void Evidence(IReadOnlyList<Evidence> evidence) => json.WriteEvidence(name, evidence);

    public void Time(DateTimeOffset? time)
    {
        if (time is { } known)
        {
            json.WriteString(name, known);
        }
        else
        {
            json.WriteString(name, "");
        }
    }
}

/// <summary>Writes evidence as JSON, as on the wire: offsets count UTF-16 code units of the revision's text.</summary>
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
            json.WriteString("quote"u8, evidence[i].Quote);
            json.WriteNumber("start"u8, evidence[i].Start);
            json.WriteNumber("end"u8, evidence[i].End);
            json.WriteNumber("page"u8, evidence[i].Page);
            json.WriteString("match"u8, DatasetWords.Of(evidence[i].Match));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
