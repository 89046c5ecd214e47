using System.Text.Json;
using SynthDataGen.Core.Export.Formats.Rows;

namespace SynthDataGen.Core.Export.Formats.Instruction;

/// <summary>
/// The prompt-completion type of TRL in its standard format (trl/dataset_formats), for SFTTrainer, which joins both as they are and passes over other
/// columns. Where the model's chat template is to stand between them, <c>openai</c> is the conversational format that TRL takes too.
/// </summary>
internal sealed class PromptCompletionFormat : JsonRowsFormat
{
    public override string Name => "prompt-completion";

    public override IReadOnlyList<Column> ColumnsIn(ExportSettings settings) => [new("prompt", "the question"), new("completion", "the answer"), ProvenanceJson.Column];

    public override LlamaFactoryDataset LlamaFactoryIn(ExportSettings settings) => new([("prompt", "prompt"), ("response", "completion")]);

    public override Action<ExportedPair> RowsTo(Utf8JsonWriter json, ExportSettings settings, DatasetFile file)
    {
        var provenance = new ProvenanceJson(json);
        return pair =>
        {
            json.WriteString("prompt"u8, pair.Question);
            json.WriteString("completion"u8, pair.Answer);
            provenance.Write(pair);
        };
    }
}
