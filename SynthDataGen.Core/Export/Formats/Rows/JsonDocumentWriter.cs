using System.Text.Json;

namespace SynthDataGen.Core.Export.Formats.Rows;

/// <summary>A file that is one JSON document with its rows inside.</summary>
internal abstract class JsonDocumentWriter : DatasetWriter
{
    protected JsonDocumentWriter(Stream stream, JsonWriterOptions options)
        : base(stream) => Json = new(Bytes, options);

    protected Utf8JsonWriter Json { get; }

    public override ValueTask DisposeAsync() => Json.DisposeAsync();

    /// <summary>Writes an object of the array that the document stands in. Where it begins in the buffer, behind the comma and white space before it.</summary>
    protected int PutObject<T>(T value, Action<Utf8JsonWriter, T> properties)
    {
        Json.Flush();
        var before = Bytes.WrittenCount;
        Json.WriteStartObject();
        properties(Json, value);
        Json.WriteEndObject();
        Json.Flush();
        return before + Bytes.WrittenSpan[before..].IndexOf((byte)'{');
    }
}
