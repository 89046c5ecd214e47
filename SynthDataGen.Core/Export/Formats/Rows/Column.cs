namespace SynthDataGen.Core.Export.Formats.Rows;

/// <summary>A column of rows, as it is described beside the data.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What it holds, in a few words.</param>
internal sealed record Column(string Name, string Meaning)
{
    public const string String = "string";
    public const string Int64 = "int64";
    public const string Bool = "bool";

    /// <summary>The type of its values, in the words of Arrow; counts where it has no fields.</summary>
    public string Type { get; init; } = String;

    /// <summary>The fields of its values; null: they have none.</summary>
    public IReadOnlyList<Column>? Fields { get; init; }

    /// <summary>How many lists its values stand in.</summary>
    public int Lists { get; init; }

    public static Column Of(FieldColumn column) => column.Field.Type switch
    {
        FieldType.Number => new(column.Name, column.Field.Meaning) { Type = Int64 },
        FieldType.Evidence => new(column.Name, column.Field.Meaning) { Lists = 1, Fields = EvidenceJson.Columns },
        _ => new(column.Name, column.Field.Meaning),
    };
}
