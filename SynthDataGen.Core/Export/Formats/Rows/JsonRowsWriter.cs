using System.Buffers;
using System.Text.Json;

namespace SynthDataGen.Core.Export.Formats.Rows;

/// <summary>How rows of JSON stand in a file.</summary>
internal enum JsonFraming
{
    /// <summary>Each on a line of its own.</summary>
    Lines,

    /// <summary>In one array, each on a line of its own.</summary>
    Array,
}

/// <summary>A file of rows that are JSON objects.</summary>
internal sealed class JsonRowsWriter : DatasetWriter
{
    private readonly JsonRowsFormat format;
    private readonly JsonFraming framing;
    private readonly Utf8JsonWriter json;
    private readonly Action<ExportedPair> write;

    public JsonRowsWriter(Stream stream, JsonRowsFormat format, ExportSettings settings, DatasetFile file)
        : base(stream)
    {
        this.format = format;
        framing = format.FramingIn(settings.Packaging);
        json = new(Bytes, JsonText.Compact);
        write = format.RowsTo(json, settings, file);
    }

    public override ValueTask DisposeAsync() => json.DisposeAsync();

    protected override bool Holds(ExportedPair pair) => format.Holds(pair);

    protected override int Put(ExportedPair pair)
    {
        Bytes.Write((framing, Rows) switch
        {
            (JsonFraming.Array, 0) => "[\n"u8,
            (JsonFraming.Array, _) => ",\n"u8,
            (_, 0) => [],
            _ => "\n"u8,
        });
        var start = Bytes.WrittenCount;
        json.Reset();
        json.WriteStartObject();
        write(pair);
        json.WriteEndObject();
        json.Flush();
        return start;
    }

    protected override void End() => Bytes.Write((framing, Rows) switch
    {
        (JsonFraming.Array, 0) => "[]\n"u8,
        (JsonFraming.Array, _) => "\n]\n"u8,
        (_, 0) => [],
        _ => "\n"u8,
    });
}
