namespace SynthDataGen.Core.Export.Formats.Rows;

/// <summary>What type a field has in every row.</summary>
internal enum FieldType
{
    Text,
    Number,
    Evidence,
}

/// <summary>Something that a field of a row can hold.</summary>
/// <param name="Holds">Its name in settings.</param>
/// <param name="Meaning">What it is, in a few words.</param>
/// <param name="Put">Gives it to a sink.</param>
internal sealed record DatasetField(string Holds, string Meaning, Action<IFieldSink, ExportedPair, FileFacts> Put)
{
    public FieldType Type { get; init; }

    public FormatNeeds Needs { get; init; }
}

/// <summary>What all rows of a file have in common.</summary>
internal sealed record FileFacts(string? System, Part Part)
{
    /// <summary>For fields that say nothing of the file.</summary>
    public static FileFacts None { get; } = new(null, default);
}
