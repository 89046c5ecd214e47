using System.Globalization;
using System.Text;
using System.Text.Json;
using SynthDataGen.Core.Export.Formats.Rows;

namespace SynthDataGen.Core.Export.Formats.Packagings;

/// <summary>The card of a dataset: <c>README.md</c> with its YAML head, as the Hugging Face hub documents it (hub/datasets-cards, hub/datasets-manual-configuration).</summary>
/// <param name="Title">The dataset's name.</param>
/// <param name="Settings">How it was made.</param>
/// <param name="Counts">The rows of each part; parts without rows have no file and are left out.</param>
public sealed record HubCard(string Title, ExportSettings Settings, IReadOnlyDictionary<Part, long> Counts)
{
    /// <summary>The upper bounds of the hub's size categories.</summary>
    private static readonly (long Below, string Name)[] Sizes =
        [(1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"), (10_000_000, "1M<n<10M"), (long.MaxValue, "10M<n<100M")];

    private KeyValuePair<Part, long>[] Parts => [.. Counts.Where(part => part.Value > 0).OrderBy(part => part.Key)];

    /// <summary>How many documents its pairs come from.</summary>
    public long Documents { get; init; }

    /// <summary>The languages of its pairs, as ISO 639 codes; empty: unknown.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The models that wrote its pairs.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>The recipes that its pairs were made with.</summary>
    public IReadOnlyList<string> Recipes { get; init; } = [];

    /// <summary>How many people decided on its pairs.</summary>
    public int Reviewers { get; init; }

    /// <summary>The card as Markdown.</summary>
    /// <exception cref="InvalidOperationException">The format does not support this packaging.</exception>
    public string Text()
    {
        if (DatasetFormats.Find(Settings.Format) is not JsonRowsFormat format || !format.Packagings.Contains(Packaging.HuggingFace))
        {
            throw new InvalidOperationException($"There is no card for {Settings.Format}.");
        }

        var text = new StringBuilder();
        WriteHead(text, format);
        WriteBody(text, format.ColumnsIn(Settings));
        return text.ToString();
    }

    /// <summary>The YAML head: what the hub shows and what <c>load_dataset</c> needs, including the type of each column.</summary>
    private void WriteHead(StringBuilder yaml, JsonRowsFormat format)
    {
        yaml.Append("---\npretty_name: ").Append(Scalar(Title)).Append('\n');
        List(yaml, "language", Languages.Select(Scalar));
        List(yaml, "size_categories", [Sizes.First(size => Counts.Values.Sum() < size.Below).Name]);
        List(yaml, "task_categories", format is SquadFormat ? ["question-answering"] : ["question-answering", "text-generation"]);
        List(yaml, "tags", ["synthetic", "synthdatagen", Scalar(format.Name)]);
        yaml.Append("configs:\n- config_name: default\n  data_files:\n");
        foreach (var (part, _) in Parts)
        {
            yaml.Append("  - split: ").Append(DatasetWords.Of(part)).Append("\n    path: ").Append(DatasetFileNames.Data(format, Settings, part)).Append('\n');
        }

        yaml.Append("dataset_info:\n  config_name: default\n  features:\n");
        Features(yaml, format.ColumnsIn(Settings), "  ");
        yaml.Append("---\n\n");
    }

    private static void List(StringBuilder yaml, string name, IEnumerable<string> values)
    {
        var lines = string.Concat(values.Select(value => $"- {value}\n"));
        yaml.Append(lines.Length == 0 ? "" : $"{name}:\n{lines}");
    }

    private static void Features(StringBuilder yaml, IReadOnlyList<Column> columns, string indent)
    {
        foreach (var column in columns)
        {
            yaml.Append(indent).Append("- name: ").Append(Scalar(column.Name)).Append('\n');
            FeatureType(yaml, column, indent + "  ");
        }
    }

    private static void FeatureType(StringBuilder yaml, Column column, string indent)
    {
        for (var list = 1; list < column.Lists; list++)
        {
            yaml.Append(indent).Append("list:\n");
            indent += "  ";
        }

        yaml.Append(indent).Append(column.Lists > 0 ? "list:" : column.Fields is null ? "dtype:" : "struct:");
        if (column.Fields is null)
        {
            yaml.Append(' ').Append(column.Type).Append('\n');
            return;
        }

        yaml.Append('\n');
        Features(yaml, column.Fields, indent);
    }

    /// <summary>A text as YAML: JSON strings are YAML strings.</summary>
    private static string Scalar(string text) => JsonSerializer.Serialize(JsonText.WellFormed(text));

    /// <summary>The text: what the dataset is, its size, its fields, how it was made and what its limits are.</summary>
    private void WriteBody(StringBuilder text, IReadOnlyList<Column> columns)
    {
        text.Append("# ").Append(Plain(Title)).Append("\n\n");
        text.Append("Questions and answers that were generated from documents and tied to the words that support them.\n\n");
        Table(text, ["Part", "Rows"], Parts.Select(part => (DatasetWords.Of(part.Key), Number(part.Value))));
        text.Append("They come from ").Append(Number(Documents)).Append(Documents == 1 ? " document.\n\n" : " documents.\n\n");
        text.Append("## Fields\n\n");
        Table(text, ["Field", "Content"], columns.SelectMany(column => Rows(column, "")));
        text.Append("Unknown values are an empty text or 0, never null, so that each column has one type.\n\n");
        text.Append("## How it was made\n\n");
        WriteOrigin(text);
        text.Append("## Limits\n\n");
        text.Append("- A model wrote the texts. They may be wrong where nobody looked closely; their evidence was matched word for word and judged by people.\n");
        text.Append("- The answers reflect the documents in the revisions named here, nothing newer.\n");
        text.Append("- The rights in the documents still apply. Check who holds them before you pass this dataset on.\n");
    }

    private void WriteOrigin(StringBuilder text)
    {
        Item(text, "Models", Models);
        Item(text, "Recipes", Recipes);
        text.Append("- Format: ").Append(Settings.Format).Append('\n');
        text.Append(Reviewers == 0 ? "" : Invariant($"- Reviewed by {Reviewers} {(Reviewers == 1 ? "person" : "people")}\n"));
        if (Settings.Split is { } split)
        {
            text.Append("- Split by whole documents and clusters of similarly worded pairs: ");
            text.Append(Invariant($"{split.Train} % train, {split.Validation} % validation, {split.Test} % test; seed {Settings.Seed}\n"));
        }

        text.Append(Settings.KeepDuplicates ? "- All similarly worded pairs were kept\n\n" : "- Of similarly worded pairs, one was kept\n\n");
    }

    private static void Item(StringBuilder text, string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            text.Append("- ").Append(name).Append(": ").AppendJoin(", ", values.Select(Plain)).Append('\n');
        }
    }

    private static IEnumerable<(string Name, string Meaning)> Rows(Column column, string above) =>
        [(Plain(above + column.Name), Plain(column.Meaning)), .. (column.Fields ?? []).SelectMany(field => Rows(field, $"{above}{column.Name}."))];

    private static void Table(StringBuilder text, string[] head, IEnumerable<(string One, string Other)> rows)
    {
        text.Append("| ").AppendJoin(" | ", head).Append(" |\n| --- | --- |\n");
        foreach (var (one, other) in rows)
        {
            text.Append("| ").Append(one).Append(" | ").Append(other).Append(" |\n");
        }

        text.Append('\n');
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>Escapes a text for Markdown and puts it on one line.</summary>
    private static string Plain(string text)
    {
        const string Marks = @"\`*_[]<>|~&";
        var plain = new StringBuilder();
        var inBreak = false;
        foreach (var letter in JsonText.WellFormed(text))
        {
            var isBreak = char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format;
            if (!isBreak || !inBreak)
            {
                plain.Append(Marks.Contains(letter, StringComparison.Ordinal) ? "\\" : "").Append(isBreak ? ' ' : letter);
            }

            inBreak = isBreak;
        }

        return plain.ToString();
    }
}
