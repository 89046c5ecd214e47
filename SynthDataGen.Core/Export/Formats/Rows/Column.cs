namespace SynthDataGen.Core.Export.Formats.Rows;

/// <summary>Describes a column of rows.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What it holds, in a few words.</param>
internal sealed record Column(string Name, string Meaning)
{
    public const string String = "string";
    public const string Int64 = "int64";
    public const string Bool = "bool";

    /// <summary>The Arrow type of its values, unless they have fields.</summary>
    public string Type { get; init; } = String;

    /// <summary>The fields of its values; null: they have none.</summary>
    public IReadOnlyList<Column>? Fields { get; init; }

    /// <summary>How deeply its values are nested in lists.</summary>
    public int Lists { get; init; }
}
