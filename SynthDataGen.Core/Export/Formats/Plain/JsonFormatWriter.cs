using System.Text.Json;
using SynthDataGen.Core.Export.Formats.Rows;

namespace SynthDataGen.Core.Export.Formats.Plain;

/// <summary>Writes the document: a head, then the pairs. An export that is built does not say when, so that building it again yields the same bytes.</summary>
internal sealed class JsonFormatWriter : JsonDocumentWriter
{
    public JsonFormatWriter(Stream stream, DatasetFile file)
        : base(stream, JsonText.Indented)
    {
        Json.WriteStartObject();
        if (file.At is { } at)
        {
            Json.WriteString("exportedAt"u8, at);
        }

        Json.WriteString("workspace"u8, file.Workspace);
        Json.WriteNumber("count"u8, file.Count);
        Json.WriteStartArray("pairs"u8);
    }

    protected override bool Holds(ExportedPair pair) => true;

    protected override int Put(ExportedPair pair) => PutObject(pair, PairJson.Write);

    protected override void End()
    {
        Json.WriteEndArray();
        Json.WriteEndObject();
        Json.Flush();
    }
}
