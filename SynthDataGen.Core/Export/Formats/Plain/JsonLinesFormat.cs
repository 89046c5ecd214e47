using System.Text.Json;
using SynthDataGen.Core.Export.Formats.Rows;

namespace SynthDataGen.Core.Export.Formats.Plain;

/// <summary>A JSON object a line with a field for each thing that is known of a pair; or with the fields that somebody chose, under their names.</summary>
internal sealed class JsonLinesFormat : JsonRowsFormat
{
    private static readonly IReadOnlyList<FieldColumn> Usual = FieldColumns.OfPair("evidence");

    public override string Name => "jsonl";

    public override IReadOnlyList<Packaging> Packagings { get; } = [Packaging.Files, Packaging.HuggingFace];

    public override FormatNeeds NeedsWith(ExportSettings settings) => settings.ChosenOr(Usual).Needs();

    public override IReadOnlyList<Column> ColumnsIn(ExportSettings settings) => [.. settings.ChosenOr(Usual).Select(Column.Of)];

    public override Action<ExportedPair> RowsTo(Utf8JsonWriter json, ExportSettings settings, DatasetFile file)
    {
        var (sink, columns, facts) = (new JsonFieldSink(json), settings.ChosenOr(Usual), new FileFacts(settings.System, file.Part));
        return pair => sink.Write(columns, pair, facts);
    }
}
