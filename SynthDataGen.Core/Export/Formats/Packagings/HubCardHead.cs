using System.Text;
using SynthDataGen.Core.Export.Formats.Rows;

namespace SynthDataGen.Core.Export.Formats.Packagings;

/// <summary>The YAML head of a card: what the hub shows and what <c>load_dataset</c> needs, the type of each column among it.</summary>
internal static class HubCardHead
{
    /// <summary>Where the hub's classes of size end, from the smallest.</summary>
    private static readonly (long Below, string Name)[] Sizes =
        [(1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"), (10_000_000, "1M<n<10M"), (long.MaxValue, "10M<n<100M")];

    public static string Text(HubCard card, JsonRowsFormat format, IReadOnlyList<Column> columns, IReadOnlyList<KeyValuePair<Part, long>> parts)
    {
        var yaml = new StringBuilder("---\n");
        yaml.Append("pretty_name: ").Append(Scalar(card.Title)).Append('\n');
        List(yaml, "language", card.Languages.Select(Scalar));
        List(yaml, "size_categories", [Sizes.First(size => parts.Sum(part => part.Value) < size.Below).Name]);
        List(yaml, "task_categories", format is Comprehension.SquadFormat ? ["question-answering"] : ["question-answering", "text-generation"]);
        List(yaml, "tags", ["synthetic", "synthdatagen", Scalar(format.Name)]);
        yaml.Append("configs:\n- config_name: default\n  data_files:\n");
        foreach (var (part, _) in parts)
        {
            yaml.Append("  - split: ").Append(PairWords.Of(part)).Append("\n    path: ").Append(DatasetFileNames.Data(format, card.Settings, part)).Append('\n');
        }

        yaml.Append("dataset_info:\n  config_name: default\n  features:\n");
        Fields(yaml, columns, "  ");
        return yaml.Append("---\n\n").ToString();
    }

    private static void List(StringBuilder yaml, string name, IEnumerable<string> values)
    {
        var lines = string.Concat(values.Select(value => $"- {value}\n"));
        yaml.Append(lines.Length == 0 ? "" : $"{name}:\n{lines}");
    }

    private static void Fields(StringBuilder yaml, IReadOnlyList<Column> columns, string indent)
    {
        foreach (var column in columns)
        {
            yaml.Append(indent).Append("- name: ").Append(Scalar(column.Name)).Append('\n');
            Type(yaml, column, indent + "  ");
        }
    }

    private static void Type(StringBuilder yaml, Column column, string indent)
    {
        for (var list = 1; list < column.Lists; list++)
        {
            yaml.Append(indent).Append("list:\n");
            indent += "  ";
        }

        yaml.Append(indent).Append((column.Lists > 0, column.Fields is null) switch
        {
            (true, _) => "list:",
            (false, true) => "dtype:",
            (false, false) => "struct:",
        });
        if (column.Fields is null)
        {
            yaml.Append(' ').Append(column.Type).Append('\n');
            return;
        }

        yaml.Append('\n');
        Fields(yaml, column.Fields, indent);
    }

    /// <summary>A text as YAML: JSON strings are YAML strings.</summary>
    private static string Scalar(string text) => System.Text.Json.JsonSerializer.Serialize(WellFormed.Of(text));
}
