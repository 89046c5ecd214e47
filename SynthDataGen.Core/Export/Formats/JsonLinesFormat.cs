using System.Text.Json;
using SynthDataGen.Core.Export.Formats.Rows;

namespace SynthDataGen.Core.Export.Formats;

/// <summary>One JSON object per line, with a field for everything known of a pair, or with the chosen fields under their chosen names.</summary>
internal sealed class JsonLinesFormat : JsonRowsFormat
{
    private static readonly IReadOnlyList<FieldColumn> Usual = FieldColumn.OfPair("evidence");

    public override string Name => "jsonl";

    public JsonLinesFormat() => Packagings = [Packaging.Files, Packaging.HuggingFace];

    public override FormatNeeds NeedsWith(ExportSettings settings) => FieldColumn.NeedsOf(FieldColumn.Chosen(settings, Usual));

    public override IReadOnlyList<Column> ColumnsIn(ExportSettings settings) => [.. FieldColumn.Chosen(settings, Usual).Select(column => column.Column)];

    public override Action<ExportedPair> RowsTo(Utf8JsonWriter json, ExportSettings settings, DatasetFile file)
    {
        var (sink, columns, facts) = (new JsonFieldSink(json), FieldColumn.Chosen(settings, Usual), new FileFacts(settings.System, file.Part));
        return pair => sink.Write(columns, pair, facts);
    }
}
