using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SynthDataGen.Core.Export.Formats.Rows;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Export.Formats;

/// <summary>
/// RAFT (Zhang et al. 2024), with the fields that <c>raft/raft.py</c> of the Gorilla repository writes; its <c>format.py</c> trains with <c>instruction</c>
/// and <c>cot_answer</c>. Different here: <c>id</c> is the pair's; <c>cot_answer</c> reasons with quotes of the evidence only; <c>answer</c> is the
/// answer alone; <c>provenance</c> is added. A pair without a context cannot be held.
/// </summary>
internal sealed class RaftFormat : JsonRowsFormat
{
    public RaftFormat() => (Needs, Packagings) = (FormatNeeds.Context | FormatNeeds.Distractors, [Packaging.Files, Packaging.HuggingFace]);

    public override string Name => "raft";

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
        JsonFieldSink.Provenance,
    ];

    public override Action<ExportedPair> RowsTo(Utf8JsonWriter json, ExportSettings settings, DatasetFile file)
    {
        var sink = new JsonFieldSink(json);
        return pair =>
        {
            var oracle = ContextJoin.Of(pair.ContextTexts).Text;
            var documents = Draw(oracle, pair, settings);
            json.WriteString("id"u8, pair.Id);
            json.WriteString("type"u8, "general");
            json.WriteString("question"u8, pair.Question);
            WriteContext(json, documents);
            json.WriteString("oracle_context"u8, oracle);
            json.WriteString("answer"u8, pair.Answer);
            json.WriteString("cot_answer"u8, Reasoned(pair));
            json.WriteString("instruction"u8, Instruction(documents, pair.Question));
            sink.WriteProvenance(pair);
        };
    }

    /// <summary>
    /// The documents that a row shows, in their order. The oracle is among them in the share of rows that the settings ask for; in the others another
    /// distractor takes its place, if there is one.
    /// </summary>
    private static List<string> Draw(string oracle, ExportedPair pair, ExportSettings settings)
    {
        var random = new PairRandom(settings.Seed, pair.Id);
        var distractors = pair.Distractors.Where(text => text != oracle).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var hasOracle = random.Next(100) < settings.OracleShare || distractors.Count == 0;
        random.Shuffle(distractors);
        List<string> documents = hasOracle ? [oracle, .. distractors.Take(settings.Distractors)] : [.. distractors.Take(settings.Distractors + 1)];
        random.Shuffle(documents);
        return documents;
    }

    /// <summary>What a model is asked: the documents, then the question.</summary>
    private static string Instruction(IReadOnlyList<string> documents, string question)
    {
        var text = new StringBuilder();
        foreach (var document in documents)
        {
            text.Append("<DOCUMENT>").Append(document).Append("</DOCUMENT>\n");
        }

        return text.Append(question).ToString();
    }

    /// <summary>What it should answer: the evidence between RAFT's marks for quotes, then the answer.</summary>
    private static string Reasoned(ExportedPair pair)
    {
        var text = new StringBuilder();
        foreach (var evidence in pair.Evidence.Where(evidence => evidence.Match != EvidenceMatch.Missing))
        {
            text.Append("##begin_quote##").Append(evidence.Quote).Append("##end_quote##\n");
        }

        return text.Append("<ANSWER>: ").Append(pair.Answer).ToString();
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

    /// <summary>Random numbers that are the same for the same seed and pair, on every machine and in every version: SplitMix64 (Steele, Lea and Flood 2014), started from a SHA-256 of both.</summary>
    private sealed class PairRandom
    {
        private ulong state;

        public PairRandom(int seed, Guid pair)
        {
            Span<byte> key = stackalloc byte[20];
            BinaryPrimitives.WriteInt32LittleEndian(key, seed);
            pair.TryWriteBytes(key[4..], bigEndian: true, out _);
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(key, hash);
            state = BinaryPrimitives.ReadUInt64LittleEndian(hash);
        }

        /// <summary>A number from 0 up to, and without, a bound.</summary>
        public int Next(int below) => (int)Math.BigMul(Next(), (ulong)below, out _);

        /// <summary>Shuffles a list in place (Fisher and Yates).</summary>
        public void Shuffle(List<string> list)
        {
            for (var i = list.Count - 1; i > 0; i--)
            {
                var other = Next(i + 1);
                (list[i], list[other]) = (list[other], list[i]);
            }
        }

        private ulong Next()
        {
            state += 0x9E3779B97F4A7C15;
            var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
