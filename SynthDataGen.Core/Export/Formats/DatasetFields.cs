using System.Text.Json;
using SynthDataGen.Core.Export.Formats.Rows;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Export.Formats;

/// <summary>
/// The fields that a row can have. A field has one type in all rows and is never null, because columns that change their type do not load as Arrow tables:
/// what is unknown is an empty text or 0. Flags, tags and heading paths are one text each, because a list that stays empty for many rows has no type either.
/// </summary>
public static class DatasetFields
{
    private static readonly DatasetField[] Fields =
    [
        Text("question", "the question", static pair => pair.Question),
        Text("answer", "the answer", static pair => pair.Answer),
        new(new("evidence", "the words of the source that support the answer, with offsets in UTF-16 code units") { Lists = 1, Fields = EvidenceJson.Columns }, static (to, pair, _) => to.Evidence(pair.Evidence)),
        Text("quote", "the first of these words", static pair => First(pair)?.Quote),
        Text("context", "what the generator was shown", static pair => ContextJoin.Of(pair.ContextTexts).Text) with { Needs = FormatNeeds.Context },
        new(new("system", "the system message"), static (to, _, file) => to.Text(file.System)),
        Text("type", "the type of question", static pair => pair.QuestionType),
        Text("difficulty", "easy, medium or hard", static pair => pair.Difficulty),
        Text("persona", "who asks", static pair => pair.Persona),
        new(new("flags", "why it deserved a look, joined by commas"), static (to, pair, _) => to.Joined(pair.Flags, ", ")),
        new(new("tags", "what people put on it, joined by commas"), static (to, pair, _) => to.Joined(pair.Tags, ", ")),
        Text("status", "pending, approved or rejected", static pair => DatasetWords.Of(pair.Status)),
        Number("score", "the judge's score, 1 to 5; 0: not judged", static pair => pair.Judgement?.Score ?? 0),
        Text("document", "the document's key", static pair => pair.DocumentKey),
        Text("sha256", "SHA-256 of the document's bytes", static pair => pair.Sha256),
        new(new("revision", "the id of the document's revision"), static (to, pair, _) => to.Id(pair.RevisionId)),
        Number("page", "the page of the first evidence, from 1; 0: none", static pair => First(pair)?.Page ?? 0),
        new(new("headingPath", "the headings above it, outermost first"), static (to, pair, _) => to.Joined(pair.HeadingPath, " > ")),
        Text("recipe", "the recipe's name", static pair => pair.Recipe),
        Text("generator", "the generator's name", static pair => pair.Generator),
        Text("model", "the model that wrote it", static pair => pair.Model),
        Text("template", "the prompt's name", static pair => pair.Template),
        Text("templateVersion", "the prompt's version", static pair => pair.TemplateVersion),
        Text("decidedBy", "who decided on it", static pair => pair.DecidedBy),
        new(new("decidedAt", "when, in ISO 8601"), static (to, pair, _) => to.Time(pair.DecidedAt)),
        new(new("createdAt", "when it was generated, in ISO 8601"), static (to, pair, _) => to.Time(pair.CreatedAt)),
        new(new("id", "the pair's id"), static (to, pair, _) => to.Id(pair.Id)),
        Number("version", "the pair's version; every decision makes one", static pair => pair.Version),
        new(new("run", "the id of the run that made it"), static (to, pair, _) => to.Id(pair.RunId)),
        new(new("part", "train, validation or test"), static (to, _, file) => to.Text(DatasetWords.Of(file.Part))),
    ];

    private static readonly Dictionary<string, DatasetField> ByName = Fields.ToDictionary(field => field.Column.Name, StringComparer.Ordinal);

    /// <summary>The names of all fields.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Fields.Select(field => field.Column.Name)];

    /// <summary>Finds a field by its name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    internal static DatasetField Find(string name) =>
        ByName.TryGetValue(name, out var field) ? field : throw new ArgumentException($"A field cannot hold \"{name}\".", nameof(name));

    private static DatasetField Text(string name, string meaning, Func<ExportedPair, string?> value) => new(new(name, meaning), (to, pair, _) => to.Text(value(pair)));

    private static DatasetField Number(string name, string meaning, Func<ExportedPair, int> value) =>
        new(new(name, meaning) { Type = Column.Int64 }, (to, pair, _) => to.Number(value(pair)));

    private static Evidence? First(ExportedPair pair) => pair.Evidence.Count == 0 ? null : pair.Evidence[0];
}

/// <summary>A field that a row can have.</summary>
/// <param name="Column">Its name in settings, its meaning and its type.</param>
/// <param name="Put">Gives a pair's value to a sink.</param>
internal sealed record DatasetField(Column Column, Action<IFieldSink, ExportedPair, FileFacts> Put)
{
    public FormatNeeds Needs { get; init; }
}

/// <summary>What all rows of a file have in common.</summary>
internal sealed record FileFacts(string? System, Part Part)
{
    /// <summary>For fields that depend on the pair alone.</summary>
    public static FileFacts None { get; } = new(null, default);
}

/// <summary>A field in a row, under the name that it has there.</summary>
internal sealed record FieldColumn(string Name, DatasetField Field)
{
    public JsonEncodedText Encoded { get; } = JsonEncodedText.Encode(JsonText.WellFormed(Name), JsonText.Compact.Encoder);

    public Column Column => Field.Column with { Name = Name };

    /// <summary>Fields under their own names.</summary>
    public static IReadOnlyList<FieldColumn> Named(params IEnumerable<string> fields) => [.. fields.Select(field => new FieldColumn(field, DatasetFields.Find(field)))];

    /// <summary>All that is known of a pair.</summary>
    /// <param name="evidence">The field for its evidence: all of it, or the first quote.</param>
    public static IReadOnlyList<FieldColumn> OfPair(string evidence) => Named(
        "id", "version", "question", "answer", evidence, "type", "difficulty", "persona",
        "document", "sha256", "revision", "page", "headingPath", "flags", "tags", "score", "status", "decidedBy", "decidedAt",
        "recipe", "generator", "model", "template", "templateVersion", "run", "createdAt");

    /// <summary>The columns chosen in the settings, or the usual ones.</summary>
    public static IReadOnlyList<FieldColumn> Chosen(ExportSettings settings, IReadOnlyList<FieldColumn> usual) =>
        settings.Fields is { Count: > 0 } chosen ? [.. chosen.Select(field => new FieldColumn(field.Name, DatasetFields.Find(field.Holds)))] : usual;

    public static FormatNeeds NeedsOf(IEnumerable<FieldColumn> columns) => columns.Aggregate(FormatNeeds.None, (needs, column) => needs | column.Field.Needs);
}
