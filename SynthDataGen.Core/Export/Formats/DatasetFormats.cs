using SynthDataGen.Core.Export.Formats.Instruction;
using SynthDataGen.Core.Export.Formats.Plain;
using SynthDataGen.Core.Export.Formats.Preference;
using SynthDataGen.Core.Export.Formats.Comprehension;

namespace SynthDataGen.Core.Export.Formats;

/// <summary>The formats that there are.</summary>
public static class DatasetFormats
{
    /// <summary>All of them, the one-click export's first.</summary>
    public static IReadOnlyList<IDatasetFormat> All { get; } =
    [
        new JsonFormat(), new JsonLinesFormat(), new CsvFormat(),
        new AlpacaFormat(), new ShareGptFormat(), new OpenAiFormat(), new PromptCompletionFormat(),
        new DpoFormat(), new KtoFormat(), new SquadFormat(), new RaftFormat(),
    ];

    /// <summary>The format of a name; null: there is none.</summary>
    public static IDatasetFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}
