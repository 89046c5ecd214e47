using System.Text.Json;
using SynthDataGen.Core.Export.Formats.Rows;

namespace SynthDataGen.Core.Export.Formats.Instruction;

/// <summary>
/// Conversations of <c>from</c> and <c>value</c> between <c>human</c> and <c>gpt</c>, as FastChat and LLaMA-Factory read them: one array with <c>id</c>
/// (FastChat's data/dummy_conversation.json); as lines where the packaging says so.
/// </summary>
internal sealed class ShareGptFormat : JsonRowsFormat
{
    private static readonly Messages Messages = new("conversations", "from", "value", "human", "gpt");

    public override string Name => "sharegpt";

    public override JsonFraming FramingIn(Packaging packaging) => packaging == Packaging.Files ? JsonFraming.Array : JsonFraming.Lines;

    public override IReadOnlyList<Column> ColumnsIn(ExportSettings settings) => [new("id", "the pair's id"), Messages.Column, ProvenanceJson.Column];

    public override LlamaFactoryDataset LlamaFactoryIn(ExportSettings settings) => Messages.LlamaFactory;

    public override Action<ExportedPair> RowsTo(Utf8JsonWriter json, ExportSettings settings, DatasetFile file)
    {
        var provenance = new ProvenanceJson(json);
        return pair =>
        {
            json.WriteString("id"u8, pair.Id);
            Messages.Write(json, pair, settings.System);
            provenance.Write(pair);
        };
    }
}
