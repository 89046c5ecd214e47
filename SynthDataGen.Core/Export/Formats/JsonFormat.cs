using System.Text.Json;
using SynthDataGen.Core.Export.Formats.Rows;
using Judgement = SynthDataGen.Core.Pairs.Judgement;

namespace SynthDataGen.Core.Export.Formats;

/// <summary>
/// One JSON document with everything known of each pair, as in the one-click export. It has the shape of <c>ExportedDataset</c> in the SDK. A built export
/// does not say when it was built, so that building it again yields the same bytes.
/// </summary>
internal sealed class JsonFormat : IDatasetFormat
{
    public string Name => "json";

    public FormatNeeds Needs => FormatNeeds.None;

    public bool TakesRejected => false;

    public bool CarriesProvenance => true;

    public IReadOnlyList<Packaging> Packagings { get; } = [Packaging.Files];

    public string ExtensionIn(Packaging packaging) => "json";

    public IDatasetWriter Open(Stream stream, ExportSettings settings, DatasetFile file) => new Writer(stream, file);

    private sealed class Writer : JsonDocumentWriter
    {
        private static readonly JsonEncodedText Evidence = JsonEncodedText.Encode("evidence");

        public Writer(Stream stream, DatasetFile file)
            : base(stream, JsonText.Indented)
        {
            Json.WriteStartObject();
            if (file.At is { } at)
            {
                Json.WriteString("exportedAt"u8, at);
            }

            Json.WriteString("workspace"u8, file.Workspace);
            Json.WriteNumber("count"u8, file.Count);
            Json.WriteStartArray("pairs"u8);
        }

        protected override bool Holds(ExportedPair pair) => true;

        protected override int Put(ExportedPair pair) => PutObject(pair, WritePair);

        protected override void End()
        {
            Json.WriteEndArray();
            Json.WriteEndObject();
            Json.Flush();
        }

        private static void WritePair(Utf8JsonWriter json, ExportedPair pair)
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
            json.WriteString("status"u8, DatasetWords.Of(pair.Status));
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
            json.WriteString("stage"u8, DatasetWords.Of(pair.Stage));
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
}
