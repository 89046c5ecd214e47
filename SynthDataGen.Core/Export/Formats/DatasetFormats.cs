using SynthDataGen.Core.Export.Formats.Rows;

namespace SynthDataGen.Core.Export.Formats;

/// <summary>The available formats.</summary>
public static class DatasetFormats
{
    /// <summary>All formats, the one-click export's first.</summary>
    public static IReadOnlyList<IDatasetFormat> All { get; } =
    [
        new JsonFormat(), new JsonLinesFormat(), new CsvFormat(),
        TrainerFormats.Alpaca, TrainerFormats.ShareGpt, TrainerFormats.OpenAi, TrainerFormats.PromptCompletion,
        TrainerFormats.Dpo, TrainerFormats.Kto, new SquadFormat(), new RaftFormat(),
    ];

    /// <summary>Finds a format by its name; null: there is none.</summary>
    public static IDatasetFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}

/// <summary>Names the files of an export, with the folders that the packaging prescribes.</summary>
public static class DatasetFileNames
{
    /// <summary>The sidecar of formats whose rows carry no provenance.</summary>
    public const string Provenance = "provenance.jsonl";

    /// <summary>The card of a dataset on the Hugging Face hub.</summary>
    public const string Card = "README.md";

    /// <summary>The description of a dataset for LLaMA-Factory.</summary>
    public const string LlamaFactory = "dataset_info.json";

    /// <summary>The name of a part's data; <c>data</c> where there is no split.</summary>
    public static string Data(IDatasetFormat format, ExportSettings settings, Part part)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(settings);
        var extension = format.ExtensionIn(settings.Packaging);
        return settings switch
        {
            { Packaging: Packaging.HuggingFace } => $"data/{DatasetWords.Of(part)}-00000-of-00001.{extension}",
            { Split: null } => $"data.{extension}",
            _ => $"{DatasetWords.Of(part)}.{extension}",
        };
    }
}
