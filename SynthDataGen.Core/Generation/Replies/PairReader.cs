using System.Text.Json;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Generation.Replies;

/// <summary>Reads the pairs out of a generator's reply: strict, but for the named <see cref="ReplyRepairs"/>.</summary>
public static class PairReader
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, MaxDepth = 16 };

    private static readonly string[] Refusals =
        ["I can't", "I can’t", "I cannot", "I'm sorry", "I’m sorry", "I am sorry", "I'm unable", "I’m unable", "I am unable", "I won't"];

    /// <summary>The pairs, perhaps none: a text may hold nothing worth asking.</summary>
    /// <exception cref="GeneratorException">Nothing usable: empty, refused, truncated or malformed, the raw reply attached.</exception>
    public static IReadOnlyList<PairDraft> Read(GeneratorReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        RefuseUnfinished(reply);
        try
        {
            using var json = Parse(ReplyRepairs.Apply(reply.Content));
            return ReadPairs(json.RootElement, reply);
        }
        catch (JsonException e)
        {
            if (SaysNo(reply.Content))
            {
                throw new GeneratorException(GeneratorException.Refused, "The model declined to write pairs.", reply.Content, e);
            }

            throw Malformed(reply, "The reply is not JSON.", e);
        }
    }

    /// <summary>A model that says it has finished, though its tail is missing, has written the pairs before the cut whole.</summary>
    private static JsonDocument Parse(string content)
    {
        try
        {
            return JsonDocument.Parse(content, Lenient);
        }
        catch (JsonException) when (content.EndsWith('}'))
        {
            return JsonDocument.Parse(ReplyRepairs.CloseTail(content), Lenient);
        }
    }

    private static void RefuseUnfinished(GeneratorReply reply)
    {
        switch (reply.FinishReason)
        {
            // Even where the cut text parses, nobody knows what is missing.
            case "length":
                throw new GeneratorException(GeneratorException.Truncated, "The reply was cut off at the model's output limit.", reply.Content);
            case "content_filter" or "refusal":
                throw new GeneratorException(GeneratorException.Refused, "The model or its filter declined to write pairs.", reply.Content);
        }

        if (string.IsNullOrWhiteSpace(reply.Content))
        {
            throw new GeneratorException(GeneratorException.EmptyReply, "The model answered with nothing.", reply.Content);
        }
    }

    private static List<PairDraft> ReadPairs(JsonElement root, GeneratorReply reply)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("pairs", out var pairs) || pairs.ValueKind != JsonValueKind.Array)
        {
            throw Malformed(reply, "The reply has no list named \"pairs\".");
        }

        var drafts = new List<PairDraft>();
        foreach (var pair in pairs.EnumerateArray())
        {
            drafts.Add(ReadPair(pair, drafts.Count + 1, reply));
        }

        return drafts;
    }

    private static PairDraft ReadPair(JsonElement pair, int number, GeneratorReply reply)
    {
        var question = Text(pair, "question");
        var answer = Text(pair, "answer");
        if (question is null or "" || answer is null or "")
        {
            throw Malformed(reply, $"Pair {number} lacks a question or an answer.");
        }

        if (question.Length > Pair.MaxTextLength || answer.Length > Pair.MaxTextLength)
        {
            throw Malformed(reply, $"Pair {number} is longer than {Pair.MaxTextLength} characters.");
        }

        var type = Text(pair, "type")?.ToLowerInvariant();
        return new(
            question,
            answer,
            Quotes(pair),
            QuestionTypes.All.Contains(type, StringComparer.Ordinal) ? type! : QuestionTypes.Factual,
            Text(pair, "difficulty")?.ToLowerInvariant() is "easy" or "medium" or "hard" ? Text(pair, "difficulty")!.ToLowerInvariant() : null);
    }

    /// <summary>A pair without quotes is kept: the checks flag it as ungrounded.</summary>
    private static string[] Quotes(JsonElement pair) =>
        !pair.TryGetProperty("evidence", out var evidence) ? []
        : evidence.ValueKind == JsonValueKind.String ? [Clean(evidence)]
        : evidence.ValueKind != JsonValueKind.Array ? []
        : [.. evidence.EnumerateArray().Where(quote => quote.ValueKind == JsonValueKind.String).Select(Clean).Where(quote => quote.Length > 0)];

    private static string? Text(JsonElement pair, string name) =>
        pair.ValueKind == JsonValueKind.Object && pair.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? Clean(value)
            : null;

    private static string Clean(JsonElement text)
    {
        try
        {
            return StorableText.Of(text.GetString()!).Trim();
        }
        catch (InvalidOperationException e)
        {
            // Half a surrogate pair, escaped: JSON by its grammar, but not text.
            throw new JsonException("A string in the reply is not text.", e);
        }
    }

    private static bool SaysNo(string content) =>
        content.Length < 600
        && Refusals.Any(start => content.TrimStart().StartsWith(start, StringComparison.OrdinalIgnoreCase));

    private static GeneratorException Malformed(GeneratorReply reply, string message, Exception? inner = null) =>
        new(GeneratorException.MalformedReply, message, reply.Content, inner);
}
