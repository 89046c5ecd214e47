using System.Text;
using System.Text.Json;
using SynthDataGen.Core.Export.Formats.Rows;

namespace SynthDataGen.Core.Export.Formats.Packagings;

/// <summary><c>dataset_info.json</c>: describes files of data to LLaMA-Factory (its data/README.md). Each part is its own dataset: <c>NAME_train</c> and so on.</summary>
public static class LlamaFactoryInfo
{
    /// <summary>The file's text.</summary>
    /// <param name="name">The name of the datasets, before the part; ASCII letters and digits stay, the rest becomes underscores.</param>
    /// <param name="settings">The export's settings.</param>
    /// <param name="parts">The parts that have files.</param>
    /// <exception cref="ArgumentException">LLaMA-Factory does not read the format.</exception>
    public static string Text(string name, ExportSettings settings, IReadOnlyList<Part> parts)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(parts);
        if (DatasetFormats.Find(settings.Format) is not JsonRowsFormat format || format.LlamaFactoryIn(settings) is not { } dataset)
        {
            throw new ArgumentException($"LLaMA-Factory does not read {settings.Format}.", nameof(settings));
        }

        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonText.Indented))
        {
            json.WriteStartObject();
            foreach (var part in parts)
            {
                json.WriteStartObject(DatasetName(name, settings, part));
                json.WriteString("file_name", DatasetFileNames.Data(format, settings, part));
                Write(json, dataset);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>The name of a part. LLaMA-Factory gives meaning to commas and paths in names.</summary>
    private static string DatasetName(string name, ExportSettings settings, Part part)
    {
        var safe = string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
        return settings.Split is null ? safe : $"{safe}_{DatasetWords.Of(part)}";
    }

    private static void Write(Utf8JsonWriter json, LlamaFactoryDataset dataset)
    {
        json.WriteString("formatting", dataset.Formatting);
        if (dataset.IsRanking)
        {
            json.WriteBoolean("ranking", true);
        }

        Write(json, "columns", dataset.Columns);
        if (dataset.Tags.Count > 0)
        {
            Write(json, "tags", dataset.Tags);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<(string Theirs, string Ours)> names)
    {
        json.WriteStartObject(name);
        foreach (var (theirs, ours) in names)
        {
            json.WriteString(theirs, ours);
        }

        json.WriteEndObject();
    }
}
