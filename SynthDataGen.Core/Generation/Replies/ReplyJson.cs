using System.Text.Json;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Generation.Replies;

/// <summary>Reads a generator's reply as JSON: strictly, apart from the named <see cref="ReplyRepairs"/>.</summary>
internal static class ReplyJson
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, MaxDepth = 16 };

    private static readonly string[] Refusals =
        ["I can't", "I can’t", "I cannot", "I'm sorry", "I’m sorry", "I am sorry", "I'm unable", "I’m unable", "I am unable", "I won't"];

    /// <summary>The result of <paramref name="read"/> on the reply's JSON.</summary>
    /// <exception cref="GeneratorException">Nothing usable: empty, refused, truncated or malformed, the raw reply attached.</exception>
    public static T Read<T>(GeneratorReply reply, Func<JsonElement, T> read)
    {
        RefuseUnfinished(reply);
        try
        {
            using var json = Parse(ReplyRepairs.Apply(reply.Content));
            return read(json.RootElement);
        }
        catch (JsonException e)
        {
            if (SaysNo(reply.Content))
            {
                throw new GeneratorException(GeneratorException.Refused, "The model declined to answer.", reply.Content, e);
            }

            throw Malformed(reply, "The reply is not JSON.", e);
        }
    }

    /// <summary>The entries of the list in the answer.</summary>
    public static JsonElement.ArrayEnumerator List(JsonElement root, string name, GeneratorReply reply) =>
        Member(root, name) is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray()
            : throw Malformed(reply, $"The reply has no list named \"{name}\".");

    public static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    /// <summary>A text member, made storable; null: there is none.</summary>
    public static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text ? Clean(text) : null;

    public static string Clean(JsonElement text)
    {
        try
        {
            return StorableText.Of(text.GetString()!).Trim();
        }
        catch (InvalidOperationException e)
        {
            // Half a surrogate pair, escaped: valid JSON, but not text.
            throw new JsonException("A string in the reply is not text.", e);
        }
    }

    public static GeneratorException Malformed(GeneratorReply reply, string message, Exception? inner = null) =>
        new(GeneratorException.MalformedReply, message, reply.Content, inner);

    /// <summary>If a model says that it has finished but the tail is missing, the entries before the cut are complete.</summary>
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
            // Even if the cut text parses, nobody knows what is missing.
            case "length":
                throw new GeneratorException(GeneratorException.Truncated, "The reply was cut off at the model's output limit.", reply.Content);
            case "content_filter" or "refusal":
                throw new GeneratorException(GeneratorException.Refused, "The model or its filter declined to answer.", reply.Content);
        }

        if (string.IsNullOrWhiteSpace(reply.Content))
        {
            throw new GeneratorException(GeneratorException.EmptyReply, "The model answered with nothing.", reply.Content);
        }
    }

    private static bool SaysNo(string content) =>
        content.Length < 600
        && Refusals.Any(start => content.TrimStart().StartsWith(start, StringComparison.OrdinalIgnoreCase));
}
