using System.Text.Json;
using Microsoft.Extensions.AI;

namespace SynthDataGen.Core.Generation.Chat;

/// <summary>Reads chat completions leniently: unknown finish reasons, missing usage and odd members, which the SDK's types refuse, are fine.</summary>
internal static class RawCompletion
{
    /// <summary>Why a model stopped that refused to answer.</summary>
    public static readonly ChatFinishReason Refusal = new("refusal");

    /// <exception cref="FormatException">It isn't a completion: it holds no message.</exception>
    public static ChatResponse Read(JsonElement body, string model)
    {
        var choice = body.TryGetProperty("choices", out var choices) && choices.ValueKind == JsonValueKind.Array && choices.GetArrayLength() > 0
            ? choices[0]
            : default;
        var message = Member(choice, "message");
        if (message.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("The body holds no message.");
        }

        var refusal = Text(Member(message, "refusal"));
        var finish = refusal is { Length: > 0 } ? Refusal.Value : Text(Member(choice, "finish_reason"));
        return new(new ChatMessage(ChatRole.Assistant, refusal is { Length: > 0 } ? refusal : Content(Member(message, "content"))))
        {
            ResponseId = Text(Member(body, "id")),
            ModelId = Text(Member(body, "model")) ?? model,
            FinishReason = string.IsNullOrEmpty(finish) ? null : new ChatFinishReason(finish),
            Usage = Usage(Member(body, "usage")),
        };
    }

    /// <summary>What went wrong in the endpoint's words: <c>error.message</c>, <c>error</c>, <c>message</c> or <c>detail</c>, as servers differ.</summary>
    public static string? ErrorMessage(JsonElement body)
    {
        var error = Member(body, "error");
        return Text(Member(error, "message")) ?? Text(error) ?? Text(Member(body, "message")) ?? Text(Member(body, "detail"));
    }

    /// <summary>A string, or a list of parts of which some are text.</summary>
    private static string Content(JsonElement content) => content.ValueKind == JsonValueKind.Array
        ? string.Concat(content.EnumerateArray().Select(part => Text(Member(part, "text"))))
        : Text(content) ?? "";

    private static UsageDetails? Usage(JsonElement usage) => usage.ValueKind != JsonValueKind.Object ? null : new()
    {
        InputTokenCount = Count(Member(usage, "prompt_tokens")),
        OutputTokenCount = Count(Member(usage, "completion_tokens")),
    };

    private static long Count(JsonElement count) => count.ValueKind == JsonValueKind.Number && count.TryGetInt64(out var value) ? value : 0;

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    private static string? Text(JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString() : null;
}
