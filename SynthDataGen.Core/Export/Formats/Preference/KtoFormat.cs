using System.Text.Json;
using SynthDataGen.Core.Export.Formats.Rows;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Export.Formats.Preference;

/// <summary>
/// The unpaired preference type of TRL in its standard format (trl/dataset_formats), for KTOTrainer: true is an approved answer, false a rejected one. A
/// pair that nobody decided on cannot be held.
/// </summary>
internal sealed class KtoFormat : JsonRowsFormat
{
    public override string Name => "kto";

    public override bool TakesRejected => true;

    public override bool Holds(ExportedPair pair) => pair.Status != PairStatus.Pending;

    public override IReadOnlyList<Column> ColumnsIn(ExportSettings settings) =>
        [new("prompt", "the question"), new("completion", "the answer"), new("label", "whether it was approved") { Type = Column.Bool }, ProvenanceJson.Column];

    public override LlamaFactoryDataset LlamaFactoryIn(ExportSettings settings) => new([("prompt", "prompt"), ("response", "completion"), ("kto_tag", "label")]);

    public override Action<ExportedPair> RowsTo(Utf8JsonWriter json, ExportSettings settings, DatasetFile file)
    {
        var provenance = new ProvenanceJson(json);
        return pair =>
        {
            json.WriteString("prompt"u8, pair.Question);
            json.WriteString("completion"u8, pair.Answer);
            json.WriteBoolean("label"u8, pair.Status == PairStatus.Approved);
            provenance.Write(pair);
        };
    }
}
