using System.Globalization;
using System.Text.Json;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Replies;

/// <summary>Reads the judgements in a reply: strictly, apart from the repairs that pairs get too.</summary>
public static class JudgementParser
{
    /// <summary>One judgement per pair, in their order; null if the judge skipped a pair.</summary>
    /// <exception cref="GeneratorException">Nothing usable: empty, refused, truncated or malformed, the raw reply attached.</exception>
    public static IReadOnlyList<Judgement?> Read(GeneratorReply reply, int pairs)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return ReplyJson.Read(reply, root => ReadAll(root, pairs, reply));
    }

    private static Judgement?[] ReadAll(JsonElement root, int pairs, GeneratorReply reply)
    {
        var judgements = new Judgement?[pairs];
        foreach (var entry in ReplyJson.List(root, "judgements", reply))
        {
            // It must be certain which pair is meant: a judgement of another pair is worse than none.
            if (Whole(entry, "pair") is not { } number || number < 1 || number > pairs || judgements[number - 1] is not null)
            {
                throw ReplyJson.Malformed(reply, "A judgement names no pair, or one that is already judged.");
            }

            judgements[number - 1] = ReadOne(entry) ?? throw ReplyJson.Malformed(reply, $"The judgement of pair {number} lacks a score from 1 to 5 or an answer.");
        }

        return judgements.Any(judgement => judgement is not null) ? judgements : throw ReplyJson.Malformed(reply, "The reply judges none of the pairs.");
    }

    private static Judgement? ReadOne(JsonElement entry)
    {
        var note = ReplyJson.Text(entry, "note") ?? "";
        return Whole(entry, "score") is { } score and >= Judgement.MinScore and <= Judgement.MaxScore
            && YesOrNo(entry, "answerable") is { } answerable && YesOrNo(entry, "complete") is { } complete && YesOrNo(entry, "clear") is { } clear
            ? new(score, answerable, complete, clear, note.Length <= Judgement.MaxNoteLength ? note : StorableText.Of(note[..Judgement.MaxNoteLength]))
            : null;
    }

    /// <summary>A whole number, or one in quotation marks, as models without a schema write it.</summary>
    private static int? Whole(JsonElement entry, string name) => ReplyJson.Member(entry, name) switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var value) => value,
        _ when int.TryParse(ReplyJson.Text(entry, name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) => value,
        _ => null,
    };

    /// <summary>A Boolean, or a word for one.</summary>
    private static bool? YesOrNo(JsonElement entry, string name) => ReplyJson.Member(entry, name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => ReplyJson.Text(entry, name)?.ToLowerInvariant() switch
        {
            "yes" or "true" => true,
            "no" or "false" => false,
            _ => null,
        },
    };
}
