namespace SynthDataGen.Core.Export;

/// <summary>What parts are called in files and on the wire.</summary>
public static class PartNames
{
    /// <summary>train, validation, test.</summary>
    public static string ToName(this Part part) => part switch
    {
        Part.Train => "train",
        Part.Validation => "validation",
        Part.Test => "test",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "There is no such part."),
    };

    /// <summary>The parts that a split has, in their order; without one, the one part that all is.</summary>
    public static IReadOnlyList<Part> PartsOf(Split? split) => split is null
        ? [Part.Train]
        : [.. Enum.GetValues<Part>().Where(part => split.ShareOf(part) > 0)];

    /// <summary>A part's share in per cent.</summary>
    public static int ShareOf(this Split split, Part part)
    {
        ArgumentNullException.ThrowIfNull(split);
        return part switch
        {
            Part.Train => split.Train,
            Part.Validation => split.Validation,
            _ => split.Test,
        };
    }
}
