using System.Text.Json;
using SynthDataGen.Core.Export.Formats.Rows;

namespace SynthDataGen.Core.Export.Formats.Comprehension;

/// <summary>
/// SQuAD 2.0 (Rajpurkar et al. 2018): one document of articles, paragraphs and questions, an article for each document and a paragraph for each context. As
/// a Hugging Face dataset: the flat rows of <c>squad_v2</c> there, in which a question without an answer has empty lists. A pair whose answer and
/// evidence do not stand in its context word for word cannot be held.
/// </summary>
internal sealed class SquadFormat : JsonRowsFormat
{
    public override string Name => "squad";

    public override FormatNeeds Needs => FormatNeeds.Context;

    public override IReadOnlyList<Packaging> Packagings { get; } = [Packaging.Files, Packaging.HuggingFace];

    public override JsonFraming FramingIn(Packaging packaging) => packaging == Packaging.Files ? JsonFraming.Array : JsonFraming.Lines;

    public override bool Holds(ExportedPair pair) => SquadQuestion.Of(pair, ContextJoin.Of(pair.ContextTexts)) is not null;

    public override IReadOnlyList<Column> ColumnsIn(ExportSettings settings) =>
    [
        new("id", "the pair's id"),
        new("title", "the document's key"),
        new("context", "what the question is asked of"),
        new("question", "the question"),
        new("answers", "the words of the context that answer it, and where they begin, in Unicode code points; none: it cannot be answered")
        {
            Fields = [new("text", "the words") { Lists = 1 }, new("answer_start", "where they begin") { Lists = 1, Type = Column.Int64 }],
        },
        ProvenanceJson.Column,
    ];

    public override IDatasetWriter Open(Stream stream, ExportSettings settings, DatasetFile file) =>
        settings.Packaging == Packaging.Files ? new SquadWriter(stream) : base.Open(stream, settings, file);

    public override Action<ExportedPair> RowsTo(Utf8JsonWriter json, ExportSettings settings, DatasetFile file)
    {
        var provenance = new ProvenanceJson(json);
        return pair =>
        {
            Write(json, SquadQuestion.Of(pair, ContextJoin.Of(pair.ContextTexts))!);
            provenance.Write(pair);
        };
    }

    private static void Write(Utf8JsonWriter json, SquadQuestion question)
    {
        json.WriteString("id"u8, question.Pair.Id);
        json.WriteString("title"u8, question.Pair.DocumentKey);
        json.WriteString("context"u8, question.Context.Text);
        json.WriteString("question"u8, question.Pair.Question);
        json.WriteStartObject("answers"u8);
        WriteList(json, "text"u8, question.Answer, static (json, answer) => json.WriteStringValue(answer.Text));
        WriteList(json, "answer_start"u8, question.Answer, static (json, answer) => json.WriteNumberValue(answer.Start));
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, ReadOnlySpan<byte> name, SquadAnswer? answer, Action<Utf8JsonWriter, SquadAnswer> write)
    {
        json.WriteStartArray(name);
        if (answer is not null)
        {
            write(json, answer);
        }

        json.WriteEndArray();
    }
}
