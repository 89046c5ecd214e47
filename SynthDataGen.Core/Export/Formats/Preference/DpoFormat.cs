using System.Text.Json;
using SynthDataGen.Core.Export.Formats.Rows;

namespace SynthDataGen.Core.Export.Formats.Preference;

/// <summary>
/// The preference type of TRL in its standard format (trl/dataset_formats), for DPOTrainer: the answer as people edited it is chosen over the one that was
/// generated. A pair whose answer nobody changed cannot be held.
/// </summary>
internal sealed class DpoFormat : JsonRowsFormat
{
    public override string Name => "dpo";

    public override FormatNeeds Needs => FormatNeeds.OriginalAnswer;

    public override bool Holds(ExportedPair pair) => pair.OriginalAnswer is { } original && original != pair.Answer;

    public override IReadOnlyList<Column> ColumnsIn(ExportSettings settings) =>
        [new("prompt", "the question"), new("chosen", "the answer as edited"), new("rejected", "the answer as generated"), ProvenanceJson.Column];

    public override LlamaFactoryDataset LlamaFactoryIn(ExportSettings settings) =>
        new([("prompt", "prompt"), ("chosen", "chosen"), ("rejected", "rejected")]) { Ranking = true };

    public override Action<ExportedPair> RowsTo(Utf8JsonWriter json, ExportSettings settings, DatasetFile file)
    {
        var provenance = new ProvenanceJson(json);
        return pair =>
        {
            json.WriteString("prompt"u8, pair.Question);
            json.WriteString("chosen"u8, pair.Answer);
            json.WriteString("rejected"u8, pair.OriginalAnswer);
            provenance.Write(pair);
        };
    }
}
