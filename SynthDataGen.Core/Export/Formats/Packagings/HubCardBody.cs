using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SynthDataGen.Core.Export.Formats.Rows;

namespace SynthDataGen.Core.Export.Formats.Packagings;

/// <summary>The text of a card: what the dataset is, how many rows it has, what stands in them, how it was made and where its limits are.</summary>
internal static partial class HubCardBody
{
    public static string Text(HubCard card, IReadOnlyList<Column> columns, IReadOnlyList<KeyValuePair<Part, long>> parts)
    {
        var text = new StringBuilder($"# {Plain(card.Title)}\n\n");
        text.Append("Questions and answers that were generated from documents and tied to the words that support them.\n\n");
        Table(text, ["Part", "Rows"], parts.Select(part => (PairWords.Of(part.Key), Number(part.Value))));
        text.Append(Invariant($"They come from {Number(card.Documents)} {(card.Documents == 1 ? "document" : "documents")}.\n\n"));
        text.Append("## Fields\n\n");
        Table(text, ["Field", "Holds"], columns.SelectMany(column => Rows(column, "")));
        text.Append("What is unknown is an empty text or 0, never null, so that a column has one type.\n\n");
        text.Append("## How it was made\n\n");
        Made(text, card);
        text.Append("## Limits\n\n");
        text.Append("- The texts were written by a model and may be wrong where nobody looked closely; evidence was searched for word for word, and judged by people.\n");
        text.Append("- It says what the documents said in the revisions that it names, and nothing newer.\n");
        text.Append("- The rights in the documents are not changed by it: see whose they are before passing it on.\n");
        return text.ToString();
    }

    private static void Made(StringBuilder text, HubCard card)
    {
        Item(text, "Models", card.Models);
        Item(text, "Recipes", card.Recipes);
        text.Append(Invariant($"- Format: {card.Settings.Format}\n"));
        text.Append(card.Reviewers == 0 ? "" : Invariant($"- Decided on by {card.Reviewers} {(card.Reviewers == 1 ? "person" : "people")}\n"));
        if (card.Settings.Split is { } split)
        {
            text.Append("- Split by whole documents and clusters of pairs that are worded alike: ");
            text.Append(Invariant($"{split.Train} % train, {split.Validation} % validation, {split.Test} % test; seed {card.Settings.Seed}\n"));
        }

        text.Append(card.Settings.KeepDuplicates ? "- Pairs that are worded alike all stayed\n\n" : "- Of pairs that are worded alike one stayed\n\n");
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

    /// <summary>A text that says in Markdown what it says, on one line.</summary>
    private static string Plain(string text) => Marks().Replace(Breaks().Replace(WellFormed.Of(text), " "), @"\$0");

    [GeneratedRegex(@"[\\`*_\[\]<>|~&]", RegexOptions.None, 1000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+", RegexOptions.None, 1000)]
    private static partial Regex Breaks();
}
