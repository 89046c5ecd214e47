using System.Text.Json;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Core.Export.Formats.Rows;

/// <summary>Writes fields as properties of a JSON object.</summary>
internal sealed class JsonFieldSink(Utf8JsonWriter json) : IFieldSink
{
    private JsonEncodedText name;

    public void Write(IReadOnlyList<FieldColumn> columns, ExportedPair pair, FileFacts file)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            name = columns[i].Encoded;
            columns[i].Field.Put(this, pair, file);
        }
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
