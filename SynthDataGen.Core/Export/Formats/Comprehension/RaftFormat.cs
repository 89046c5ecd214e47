using System.Text.Json;
using SynthDataGen.Core.Export.Formats.Rows;

namespace SynthDataGen.Core.Export.Formats.Comprehension;

/// <summary>
/// RAFT (Zhang et al. 2024), with the fields that <c>raft/raft.py</c> of the Gorilla repository writes; <c>instruction</c> and <c>cot_answer</c> are what its
/// <c>format.py</c> trains with. Different here: <c>id</c> is the pair's; <c>cot_answer</c> reasons with nothing but quotes of the evidence; <c>answer</c> is the
/// answer alone; <c>provenance</c> is added. A pair without a context cannot be held.
/// </summary>
internal sealed class RaftFormat : JsonRowsFormat
{
    public override string Name => "raft";

    public override FormatNeeds Needs => FormatNeeds.Context | FormatNeeds.Distractors;

    public override IReadOnlyList<Packaging> Packagings { get; } = [Packaging.Files, Packaging.HuggingFace];

    public override bool Holds(ExportedPair pair) => pair.ContextTexts.Any(context => context.Text.Length > 0);

    public override IReadOnlyList<Column> ColumnsIn(ExportSettings settings) =>
    [
        new("id", "the pair's id"),
        new("type", "always general"),
        new("question", "the question"),
        new("context", "the documents that are shown: the one that holds the answer among others, or others alone")
        {
            Fields = [new("title", "placeholders") { Lists = 2 }, new("sentences", "the documents") { Lists = 2 }],
        },
        new("oracle_context", "the document that holds the answer"),
        new("answer", "the answer"),
        new("cot_answer", "the evidence between ##begin_quote## and ##end_quote##, then the answer behind <ANSWER>:"),
        new("instruction", "the documents between <DOCUMENT> and </DOCUMENT>, then the question"),
        ProvenanceJson.Column,
    ];

    public override Action<ExportedPair> RowsTo(Utf8JsonWriter json, ExportSettings settings, DatasetFile file)
    {
        var provenance = new ProvenanceJson(json);
        return pair =>
        {
            var row = RaftRow.Of(pair, settings);
            json.WriteString("id"u8, pair.Id);
            json.WriteString("type"u8, "general");
            json.WriteString("question"u8, pair.Question);
            WriteContext(json, row.Documents);
            json.WriteString("oracle_context"u8, row.Oracle);
            json.WriteString("answer"u8, pair.Answer);
            json.WriteString("cot_answer"u8, RaftRow.Reasoned(pair));
            json.WriteString("instruction"u8, row.Instruction(pair.Question));
            provenance.Write(pair);
        };
    }

    private static void WriteContext(Utf8JsonWriter json, IReadOnlyList<string> documents)
    {
        json.WriteStartObject("context"u8);
        WriteNested(json, "title"u8, documents.Select(_ => "placeholder_title"));
        WriteNested(json, "sentences"u8, documents);
        json.WriteEndObject();
    }

    private static void WriteNested(Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        json.WriteStartArray();
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
        json.WriteEndArray();
    }
}
