using System.Text.Json;
using SynthDataGen.Core.Export.Formats.Rows;

namespace SynthDataGen.Core.Export.Formats.Comprehension;

/// <summary>Writes the document of SQuAD 2.0; pairs of one document, and of one context, that follow each other share an entry. A row is a question.</summary>
internal sealed class SquadWriter : JsonDocumentWriter
{
    private readonly ProvenanceJson provenance;
    private SquadQuestion? next;
    private SquadQuestion? last;

    public SquadWriter(Stream stream)
        : base(stream, JsonText.Compact)
    {
        provenance = new(Json);
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
        return PutObject(question, Write);
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

        if (last is null || last.Pair.DocumentKey != question.Pair.DocumentKey)
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

    private void Write(Utf8JsonWriter json, SquadQuestion question)
    {
        json.WriteString("id"u8, question.Pair.Id);
        json.WriteString("question"u8, question.Pair.Question);
        json.WriteStartArray("answers"u8);
        if (question.Answer is { } answer)
        {
            json.WriteStartObject();
            json.WriteString("text"u8, answer.Text);
            json.WriteNumber("answer_start"u8, answer.Start);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("is_impossible"u8, question.Answer is null);
        provenance.Write(question.Pair);
    }
}
