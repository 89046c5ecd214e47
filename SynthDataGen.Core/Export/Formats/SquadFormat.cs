using System.Text.Json;
using SynthDataGen.Core.Export.Formats.Rows;

namespace SynthDataGen.Core.Export.Formats;

/// <summary>
/// SQuAD 2.0 (Rajpurkar et al. 2018): one document of articles, paragraphs and questions, with an article for each document and a paragraph for each context.
/// As a Hugging Face dataset: the flat rows of <c>squad_v2</c> there, in which a question without an answer has empty lists. A pair cannot be held if
/// neither its answer nor its evidence is in its context word for word.
/// </summary>
internal sealed class SquadFormat : JsonRowsFormat
{
    public SquadFormat() => (Needs, Packagings, IsArray) = (FormatNeeds.Context, [Packaging.Files, Packaging.HuggingFace], true);

    public override string Name => "squad";

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
        JsonFieldSink.Provenance,
    ];

    public override IDatasetWriter Open(Stream stream, ExportSettings settings, DatasetFile file) =>
        settings.Packaging == Packaging.Files ? new Writer(stream) : base.Open(stream, settings, file);

    public override Action<ExportedPair> RowsTo(Utf8JsonWriter json, ExportSettings settings, DatasetFile file)
    {
        var sink = new JsonFieldSink(json);
        return pair =>
        {
            WriteFlat(json, SquadQuestion.Of(pair, ContextJoin.Of(pair.ContextTexts))!);
            sink.WriteProvenance(pair);
        };
    }

    private static void WriteFlat(Utf8JsonWriter json, SquadQuestion question)
    {
        json.WriteString("id"u8, question.Pair.Id);
        json.WriteString("title"u8, question.Pair.DocumentKey);
        json.WriteString("context"u8, question.Context.Text);
        json.WriteString("question"u8, question.Pair.Question);
        json.WriteStartObject("answers"u8);
        json.WriteStartArray("text"u8);
        if (question.Answer is not null)
        {
            json.WriteStringValue(question.Answer);
        }

        json.WriteEndArray();
        json.WriteStartArray("answer_start"u8);
        if (question.Answer is not null)
        {
            json.WriteNumberValue(question.AnswerStart);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes the nested document. Successive pairs of one document, and of one context, share an entry. A row is a question.</summary>
    private sealed class Writer : JsonDocumentWriter
    {
        private readonly JsonFieldSink sink;
        private SquadQuestion? next;
        private SquadQuestion? last;

        public Writer(Stream stream)
            : base(stream, JsonText.Compact)
        {
            sink = new(Json);
            Json.WriteStartObject();
            Json.WriteString("version"u8, "v2.0");
            Json.WriteStartArray("data"u8);
        }

        protected override bool Holds(ExportedPair pair)
        {
            var context = last is not null && IsSameContext(last.Pair, pair) ? last.Context : ContextJoin.Of(pair.ContextTexts);
            next = SquadQuestion.Of(pair, context);
            return next is not null;
        }

        protected override int Put(ExportedPair pair)
        {
            var question = next!;
            if (last is null || !IsSameContext(last.Pair, pair))
            {
                Open(question);
            }

            last = question;
            return PutObject(question, WriteQuestion);
        }

        protected override void End()
        {
            if (last is not null)
            {
                Close();
                Close();
            }

            Json.WriteEndArray();
            Json.WriteEndObject();
            Json.Flush();
        }

        private static bool IsSameContext(ExportedPair one, ExportedPair other) =>
            (one.DocumentKey, one.RevisionId, one.RunId, one.Context) == (other.DocumentKey, other.RevisionId, other.RunId, other.Context);

        private void Open(SquadQuestion question)
        {
            if (last is not null)
            {
                Close();
            }

            if (last?.Pair.DocumentKey != question.Pair.DocumentKey)
            {
                OpenArticle(question);
            }

            Json.WriteStartObject();
            Json.WriteString("context"u8, question.Context.Text);
            Json.WriteStartArray("qas"u8);
        }

        private void OpenArticle(SquadQuestion question)
        {
            if (last is not null)
            {
                Close();
            }

            Json.WriteStartObject();
            Json.WriteString("title"u8, question.Pair.DocumentKey);
            Json.WriteStartArray("paragraphs"u8);
        }

        private void Close()
        {
            Json.WriteEndArray();
            Json.WriteEndObject();
        }

        private void WriteQuestion(Utf8JsonWriter json, SquadQuestion question)
        {
            json.WriteString("id"u8, question.Pair.Id);
            json.WriteString("question"u8, question.Pair.Question);
            json.WriteStartArray("answers"u8);
            if (question.Answer is not null)
            {
                json.WriteStartObject();
                json.WriteString("text"u8, question.Answer);
                json.WriteNumber("answer_start"u8, question.AnswerStart);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteBoolean("is_impossible"u8, question.Answer is null);
            sink.WriteProvenance(question.Pair);
        }
    }
}
