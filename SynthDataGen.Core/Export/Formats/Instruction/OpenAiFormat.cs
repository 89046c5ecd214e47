using System.Text.Json;
using SynthDataGen.Core.Export.Formats.Rows;

namespace SynthDataGen.Core.Export.Formats.Instruction;

/// <summary>
/// What the fine-tuning endpoint of OpenAI takes: a line for each conversation, with <c>messages</c> of <c>role</c> and <c>content</c> and nothing else
/// (guides/supervised-fine-tuning; the checks of the cookbook's "Data preparation and analysis for chat model fine-tuning"), so provenance goes beside it.
/// Messages must say something: a pair that does not cannot be held. The endpoint wants ten examples at least.
/// </summary>
internal sealed class OpenAiFormat : JsonRowsFormat
{
    private static readonly Messages Messages = new("messages", "role", "content", "user", "assistant");

    public override string Name => "openai";

    public override bool CarriesProvenance => false;

    public override bool Holds(ExportedPair pair) => !string.IsNullOrWhiteSpace(pair.Question) && !string.IsNullOrWhiteSpace(pair.Answer);

    public override IReadOnlyList<Column> ColumnsIn(ExportSettings settings) => [Messages.Column];

    public override LlamaFactoryDataset LlamaFactoryIn(ExportSettings settings) => Messages.LlamaFactory;

    public override Action<ExportedPair> RowsTo(Utf8JsonWriter json, ExportSettings settings, DatasetFile file)
    {
        var system = string.IsNullOrWhiteSpace(settings.System) ? null : settings.System;
        return pair => Messages.Write(json, pair, system);
    }
}
