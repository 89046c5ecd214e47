using System.Text.Json;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Generation.Replies;

/// <summary>Reads the pairs in a generator's reply.</summary>
public static class PairParser
{
    /// <summary>The pairs; there may be none, because a text may contain nothing worth asking.</summary>
    /// <exception cref="GeneratorException">Nothing usable: empty, refused, truncated or malformed, the raw reply attached.</exception>
    public static IReadOnlyList<PairDraft> Read(GeneratorReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return ReplyJson.Read(reply, root => ReadPairs(root, reply));
    }

    private static List<PairDraft> ReadPairs(JsonElement root, GeneratorReply reply)
    {
        var drafts = new List<PairDraft>();
        foreach (var pair in ReplyJson.List(root, "pairs", reply))
        {
            drafts.Add(ReadPair(pair, drafts.Count + 1, reply));
        }

        return drafts;
    }

    private static PairDraft ReadPair(JsonElement pair, int number, GeneratorReply reply)
    {
        var question = ReplyJson.Text(pair, "question");
        var answer = ReplyJson.Text(pair, "answer");
        if (question is null or "" || answer is null or "")
        {
            throw ReplyJson.Malformed(reply, $"Pair {number} lacks a question or an answer.");
        }

        if (question.Length > Pair.MaxTextLength || answer.Length > Pair.MaxTextLength)
        {
            throw ReplyJson.Malformed(reply, $"Pair {number} is longer than {Pair.MaxTextLength} characters.");
        }

        var type = ReplyJson.Text(pair, "type")?.ToLowerInvariant();
        var difficulty = ReplyJson.Text(pair, "difficulty")?.ToLowerInvariant();
        return new(
            question,
            answer,
            Quotes(pair),
            QuestionTypes.All.Contains(type, StringComparer.Ordinal) ? type! : QuestionTypes.Factual,
            difficulty is "easy" or "medium" or "hard" ? difficulty : null);
    }

    /// <summary>A pair without quotes is kept: the checks flag it as ungrounded.</summary>
    private static string[] Quotes(JsonElement pair)
    {
        var evidence = ReplyJson.Member(pair, "evidence");
        return evidence.ValueKind == JsonValueKind.String ? [ReplyJson.Clean(evidence)]
            : evidence.ValueKind != JsonValueKind.Array ? []
            : [.. evidence.EnumerateArray().Where(quote => quote.ValueKind == JsonValueKind.String).Select(ReplyJson.Clean).Where(quote => quote.Length > 0)];
    }
}
