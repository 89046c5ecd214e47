using System.Text.Json;
using SynthDataGen.Core.Export.Formats.Rows;

namespace SynthDataGen.Core.Export.Formats.Instruction;

/// <summary>
/// Instruction, input and output, as in <c>alpaca_data.json</c> of Stanford Alpaca: one array; as lines where the packaging says so. The question is the
/// instruction and the input is empty. <c>system</c> is the column that LLaMA-Factory adds.
/// </summary>
internal sealed class AlpacaFormat : JsonRowsFormat
{
    public override string Name => "alpaca";

    public override JsonFraming FramingIn(Packaging packaging) => packaging == Packaging.Files ? JsonFraming.Array : JsonFraming.Lines;

    public override IReadOnlyList<Column> ColumnsIn(ExportSettings settings) =>
    [
        new("instruction", "the question"),
        new("input", "always empty"),
        new("output", "the answer"),
        .. settings.System is null ? (Column[])[] : [new("system", "the system message")],
        ProvenanceJson.Column,
    ];

    public override LlamaFactoryDataset LlamaFactoryIn(ExportSettings settings) =>
        new([("prompt", "instruction"), ("query", "input"), ("response", "output"), .. settings.System is null ? ((string, string)[])[] : [("system", "system")]]);

    public override Action<ExportedPair> RowsTo(Utf8JsonWriter json, ExportSettings settings, DatasetFile file)
    {
        var (provenance, system) = (new ProvenanceJson(json), settings.System);
        return pair =>
        {
            json.WriteString("instruction"u8, pair.Question);
            json.WriteString("input"u8, "");
            json.WriteString("output"u8, pair.Answer);
            if (system is not null)
            {
                json.WriteString("system"u8, system);
            }

            provenance.Write(pair);
        };
    }
}
