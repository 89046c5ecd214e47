using System.Text.Json;

namespace SynthDataGen.Core.Export.Formats.Rows;

/// <summary>A column of rows: its name there and what it holds.</summary>
internal sealed record FieldColumn(string Name, DatasetField Field)
{
    public JsonEncodedText Encoded { get; } = JsonEncodedText.Encode(Name, JsonText.Compact.Encoder);
}

/// <summary>The fields of a row in their order.</summary>
internal static class FieldColumns
{
    /// <summary>Columns that are named as what they hold.</summary>
    public static IReadOnlyList<FieldColumn> Named(params IEnumerable<string> fields) => [.. fields.Select(field => new FieldColumn(field, DatasetFields.Find(field)))];

    /// <summary>The columns that somebody chose, or these.</summary>
    public static IReadOnlyList<FieldColumn> ChosenOr(this ExportSettings settings, IReadOnlyList<FieldColumn> usual) =>
        settings.Fields is { Count: > 0 } chosen ? [.. chosen.Select(field => new FieldColumn(field.Name, DatasetFields.Find(field.Holds)))] : usual;

    public static FormatNeeds Needs(this IEnumerable<FieldColumn> columns) => columns.Aggregate(FormatNeeds.None, (needs, column) => needs | column.Field.Needs);
}
