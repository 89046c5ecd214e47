using SynthDataGen.Core.Export.Formats.Rows;

namespace SynthDataGen.Core.Export.Formats;

/// <summary>What the files of an export are called, with folders as the packaging has them.</summary>
public static class DatasetFileNames
{
    /// <summary>Where each row comes from, for formats whose rows cannot say it.</summary>
    public const string Provenance = "provenance.jsonl";

    /// <summary>The card of a dataset on the Hugging Face hub.</summary>
    public const string Card = "README.md";

    /// <summary>What LLaMA-Factory reads to know a dataset.</summary>
    public const string LlamaFactory = "dataset_info.json";

    /// <summary>The name of a part's data; <c>data</c> where there is no split.</summary>
    public static string Data(IDatasetFormat format, ExportSettings settings, Part part)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(settings);
        var extension = format.ExtensionIn(settings.Packaging);
        return settings switch
        {
            { Packaging: Packaging.HuggingFace } => $"data/{PairWords.Of(part)}-00000-of-00001.{extension}",
            { Split: null } => $"data.{extension}",
            _ => $"{PairWords.Of(part)}.{extension}",
        };
    }
}
