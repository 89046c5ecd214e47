namespace SynthDataGen.Core.Export;

/// <summary>Which parts a split has.</summary>
public static class SplitParts
{
    /// <summary>The parts with a share, in their order; without a split, the one part that all is.</summary>
    public static IReadOnlyList<Part> Of(Split? split) => split is null
        ? [Part.Train]
        : [.. Enum.GetValues<Part>().Where(part => ShareOf(split, part) > 0)];

    /// <summary>The share of a part, in per cent.</summary>
    public static int ShareOf(Split split, Part part)
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
