using SynthDataGen.Core.Export.Formats.Plain;

namespace SynthDataGen.Core.Export.Formats;

/// <summary>The formats that there are.</summary>
public static class DatasetFormats
{
    /// <summary>All of them, the one-click export's first.</summary>
    public static IReadOnlyList<IDatasetFormat> All { get; } = [new JsonFormat(), new JsonLinesFormat()];

    /// <summary>The format of a name; null: there is none.</summary>
    public static IDatasetFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}
