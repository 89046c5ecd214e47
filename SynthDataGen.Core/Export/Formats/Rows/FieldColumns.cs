using System.Text.Json;

namespace SynthDataGen.Core.Export.Formats.Rows;

/// <summary>A column of rows: its name there and what it holds.</summary>
internal sealed record FieldColumn(string Name, DatasetField Field)
{
    public JsonEncodedText Encoded { get; } = JsonEncodedText.Encode(WellFormed.Of(Name), JsonText.Compact.Encoder);
}

/// <summary>The fields of a row in their order.</summary>
internal static class FieldColumns
{
    /// <summary>Columns that are named as what they hold.</summary>
    public static IReadOnlyList<FieldColumn> Named(params IEnumerable<string> fields) => [.. fields.Select(field => new FieldColumn(field, DatasetFields.Find(field)))];

    /// <summary>All that is known of a pair itself.</summary>
    /// <param name="evidence">The field that its evidence is to be in: all of it, or the first quote.</param>
    public static IReadOnlyList<FieldColumn> OfPair(string evidence) => Named(
        "id", "version", "question", "answer", evidence, "type", "difficulty", "persona",
        "document", "sha256", "revision", "page", "headingPath", "flags", "tags", "score", "status", "decidedBy", "decidedAt",
        "recipe", "generator", "model", "template", "templateVersion", "run", "createdAt");

    /// <summary>The columns that somebody chose, or these.</summary>
    public static IReadOnlyList<FieldColumn> ChosenOr(this ExportSettings settings, IReadOnlyList<FieldColumn> usual) =>
        settings.Fields is { Count: > 0 } chosen ? [.. chosen.Select(field => new FieldColumn(field.Name, DatasetFields.Find(field.Holds)))] : usual;

    public static FormatNeeds Needs(this IEnumerable<FieldColumn> columns) => columns.Aggregate(FormatNeeds.None, (needs, column) => needs | column.Field.Needs);
}
