namespace SynthDataGen.Core.Export.Formats.Rows;

/// <summary>How LLaMA-Factory is to read rows: which of its columns is which of ours.</summary>
/// <param name="Columns">Ours by its name for it.</param>
internal sealed record LlamaFactoryDataset(IReadOnlyList<(string Theirs, string Ours)> Columns)
{
    /// <summary><c>alpaca</c> or <c>sharegpt</c>.</summary>
    public string Formatting { get; init; } = "alpaca";

    /// <summary>Whether each row has an answer that is better and one that is worse.</summary>
    public bool Ranking { get; init; }

    /// <summary>With sharegpt: what stands in a message, by its name for it.</summary>
    public IReadOnlyList<(string Theirs, string Ours)> Tags { get; init; } = [];
}
