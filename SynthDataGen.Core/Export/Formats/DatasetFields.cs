using SynthDataGen.Core.Export.Formats.Rows;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Core.Export.Formats;

/// <summary>
/// What a field of a row can hold. A field has one type in all rows and is never null, for columns whose type changes do not load as Arrow tables:
/// what is unknown is an empty text or 0. Flags, tags and heading paths are one text each, because lists that stay empty for long have no type either.
/// </summary>
public static class DatasetFields
{
    private static readonly DatasetField[] Fields =
    [
        new("question", "the question", static (to, pair, _) => to.Text(pair.Question)),
        new("answer", "the answer", static (to, pair, _) => to.Text(pair.Answer)),
        new("evidence", "the words of the source that support the answer, with offsets in UTF-16 code units", static (to, pair, _) => to.Evidence(pair.Evidence))
        {
            Type = FieldType.Evidence,
        },
        new("quote", "the first of these words", static (to, pair, _) => to.Text(First(pair)?.Quote)),
        new("context", "what the generator was shown", static (to, pair, _) => to.Text(ContextJoin.Of(pair.ContextTexts).Text)) { Needs = FormatNeeds.Context },
        new("system", "the system message", static (to, _, file) => to.Text(file.System)),
        new("type", "the type of question", static (to, pair, _) => to.Text(pair.QuestionType)),
        new("difficulty", "easy, medium or hard", static (to, pair, _) => to.Text(pair.Difficulty)),
        new("persona", "who asks", static (to, pair, _) => to.Text(pair.Persona)),
        new("flags", "why it deserved a look, joined by commas", static (to, pair, _) => to.Joined(pair.Flags, ", ")),
        new("tags", "what people put on it, joined by commas", static (to, pair, _) => to.Joined(pair.Tags, ", ")),
        new("status", "pending, approved or rejected", static (to, pair, _) => to.Text(PairWords.Of(pair.Status))),
        Number("score", "the judge's score, 1 to 5; 0: not judged", static pair => pair.Judgement?.Score ?? 0),
        new("document", "the document's key", static (to, pair, _) => to.Text(pair.DocumentKey)),
        new("sha256", "SHA-256 of the document's bytes", static (to, pair, _) => to.Text(pair.Sha256)),
        new("revision", "the id of the document's revision", static (to, pair, _) => to.Id(pair.RevisionId)),
        Number("page", "the page of the first evidence, from 1; 0: none", static pair => First(pair)?.Page ?? 0),
        new("headingPath", "the headings above it, outermost first", static (to, pair, _) => to.Joined(pair.HeadingPath, " > ")),
        new("recipe", "the recipe's name", static (to, pair, _) => to.Text(pair.Recipe)),
        new("generator", "the generator's name", static (to, pair, _) => to.Text(pair.Generator)),
        new("model", "the model that wrote it", static (to, pair, _) => to.Text(pair.Model)),
        new("template", "the prompt's name", static (to, pair, _) => to.Text(pair.Template)),
        new("templateVersion", "the prompt's version", static (to, pair, _) => to.Text(pair.TemplateVersion)),
        new("decidedBy", "who decided on it", static (to, pair, _) => to.Text(pair.DecidedBy)),
        new("decidedAt", "when, in ISO 8601", static (to, pair, _) => to.Time(pair.DecidedAt)),
        new("createdAt", "when it was generated, in ISO 8601", static (to, pair, _) => to.Time(pair.CreatedAt)),
        new("id", "the pair's id", static (to, pair, _) => to.Id(pair.Id)),
        Number("version", "the pair's version; every decision makes one", static pair => pair.Version),
        new("run", "the id of the run that made it", static (to, pair, _) => to.Id(pair.RunId)),
        new("part", "train, validation or test", static (to, _, file) => to.Text(PairWords.Of(file.Part))),
    ];

    private static readonly Dictionary<string, DatasetField> ByName = Fields.ToDictionary(field => field.Holds, StringComparer.Ordinal);

    /// <summary>The names of all of them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Fields.Select(field => field.Holds)];

    /// <summary>The field of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    internal static DatasetField Find(string holds) =>
        ByName.TryGetValue(holds, out var field) ? field : throw new ArgumentException($"A field cannot hold \"{holds}\".", nameof(holds));

    private static DatasetField Number(string holds, string meaning, Func<ExportedPair, int> value) =>
        new(holds, meaning, (to, pair, _) => to.Number(value(pair))) { Type = FieldType.Number };

    private static Evidence? First(ExportedPair pair) => pair.Evidence.Count == 0 ? null : pair.Evidence[0];
}
