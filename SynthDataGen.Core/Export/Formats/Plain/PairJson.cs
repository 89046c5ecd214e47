using System.Text.Json;
using SynthDataGen.Core.Export.Formats.Rows;
using Judgement = SynthDataGen.Core.Generation.Judging.Judgement;

namespace SynthDataGen.Core.Export.Formats.Plain;

/// <summary>A pair as JSON, with the properties that it has on the wire and in their order.</summary>
internal static class PairJson
{
    private static readonly JsonEncodedText Evidence = JsonEncodedText.Encode("evidence");

    public static void Write(Utf8JsonWriter json, ExportedPair pair)
    {
        json.WriteString("id"u8, pair.Id);
        json.WriteString("documentId"u8, pair.DocumentId);
        json.WriteString("runId"u8, pair.RunId);
        json.WriteString("question"u8, pair.Question);
        json.WriteString("answer"u8, pair.Answer);
        json.WriteEvidence(Evidence, pair.Evidence);
        json.WriteString("questionType"u8, pair.QuestionType);
        json.WriteString("difficulty"u8, pair.Difficulty);
        json.WriteString("persona"u8, pair.Persona);
        WriteWords(json, "flags"u8, pair.Flags);
        json.WriteString("status"u8, PairWords.Of(pair.Status));
        json.WriteNumber("version"u8, pair.Version);
        WriteProvenance(json, pair);
        WriteReview(json, pair);
    }

    private static void WriteProvenance(Utf8JsonWriter json, ExportedPair pair)
    {
        json.WriteStartObject("provenance"u8);
        json.WriteString("documentKey"u8, pair.DocumentKey);
        json.WriteString("revisionId"u8, pair.RevisionId);
        json.WriteString("sha256"u8, pair.Sha256);
        WriteWords(json, "headingPath"u8, pair.HeadingPath);
        json.WriteString("generator"u8, pair.Generator);
        json.WriteString("model"u8, pair.Model);
        json.WriteString("template"u8, pair.Template);
        json.WriteString("templateVersion"u8, pair.TemplateVersion);
        json.WriteEndObject();
    }

    private static void WriteReview(Utf8JsonWriter json, ExportedPair pair)
    {
        json.WriteString("decidedBy"u8, pair.DecidedBy);
        WriteOptional(json, "decidedAt"u8, pair.DecidedAt, static (json, at) => json.WriteStringValue(at));
        json.WriteString("createdAt"u8, pair.CreatedAt);
        WriteOptional(json, "clusterId"u8, pair.ClusterId, static (json, id) => json.WriteStringValue(id));
        WriteJudgement(json, pair.Judgement);
        WriteWords(json, "tags"u8, pair.Tags);
        json.WriteString("stage"u8, PairWords.Of(pair.Stage));
        json.WriteString("assignee"u8, pair.Assignee);
    }

    private static void WriteJudgement(Utf8JsonWriter json, Judgement? judgement)
    {
        if (judgement is null)
        {
            json.WriteNull("judge"u8);
            return;
        }

        json.WriteStartObject("judge"u8);
        json.WriteNumber("score"u8, judgement.Score);
        json.WriteBoolean("answerable"u8, judgement.Answerable);
        json.WriteBoolean("complete"u8, judgement.Complete);
        json.WriteBoolean("clear"u8, judgement.Clear);
        json.WriteString("note"u8, judgement.Note);
        json.WriteEndObject();
    }

    private static void WriteWords(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string> words)
    {
        json.WriteStartArray(name);
        for (var i = 0; i < words.Count; i++)
        {
            json.WriteStringValue(words[i]);
        }

        json.WriteEndArray();
    }

    private static void WriteOptional<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, T? value, Action<Utf8JsonWriter, T> write)
        where T : struct
    {
        json.WritePropertyName(name);
        if (value is { } known)
        {
            write(json, known);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
