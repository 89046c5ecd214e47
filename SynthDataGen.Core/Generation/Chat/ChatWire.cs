using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace SynthDataGen.Core.Generation.Chat;

/// <summary>
/// The chat completion bodies. The SDK's own types refuse what many compatible servers send (an unknown finish reason, no choices,
/// no usage) before anybody can keep the reply, so its protocol method carries bodies that are written and read here.
/// </summary>
internal static class ChatWire
{
    public static BinaryData Write(IEnumerable<ChatMessage> messages, ChatOptions? options, string model)
    {
        var body = new JsonObject
        {
            ["model"] = options?.ModelId ?? model,
            ["messages"] = new JsonArray([.. messages.Select(m => new JsonObject { ["role"] = m.Role.Value, ["content"] = m.Text })]),
        };
        if (options?.Temperature is { } temperature)
        {
            body["temperature"] = temperature;
        }

        if (options?.MaxOutputTokens is { } limit)
        {
            body["max_tokens"] = limit;
        }

        if (options?.ResponseFormat is ChatResponseFormatJson json)
        {
            body["response_format"] = Format(json);
        }

        return BinaryData.FromString(body.ToJsonString());
    }

    /// <exception cref="FormatException">It is no completion: it holds no message.</exception>
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
        var finish = refusal is { Length: > 0 } ? "refusal" : Text(Member(choice, "finish_reason"));
        return new(new ChatMessage(ChatRole.Assistant, refusal is { Length: > 0 } ? refusal : Content(Member(message, "content"))))
        {
            ResponseId = Text(Member(body, "id")),
            ModelId = Text(Member(body, "model")) ?? model,
            FinishReason = string.IsNullOrEmpty(finish) ? null : new ChatFinishReason(finish),
            Usage = Usage(Member(body, "usage")),
        };
    }

    /// <summary>What the endpoint says went wrong: <c>error.message</c>, <c>error</c>, <c>message</c> or <c>detail</c>, as servers differ.</summary>
    public static string? ErrorMessage(JsonElement body)
    {
        var error = Member(body, "error");
        return Text(Member(error, "message")) ?? Text(error) ?? Text(Member(body, "message")) ?? Text(Member(body, "detail"));
    }

    private static JsonObject Format(ChatResponseFormatJson json) => json.Schema is not { } schema
        ? new() { ["type"] = "json_object" }
        : new()
        {
            ["type"] = "json_schema",
            ["json_schema"] = new JsonObject { ["name"] = json.SchemaName, ["schema"] = JsonNode.Parse(schema.GetRawText()), ["strict"] = true },
        };

    /// <summary>A string, or a list of parts of which some are text.</summary>
    private static string Content(JsonElement content) => content.ValueKind == JsonValueKind.Array
        ? string.Concat(content.EnumerateArray().Select(part => Text(Member(part, "text"))))
        : Text(content) ?? "";

    private static UsageDetails Usage(JsonElement usage) => new()
    {
        InputTokenCount = Count(Member(usage, "prompt_tokens")),
        OutputTokenCount = Count(Member(usage, "completion_tokens")),
    };

    private static long Count(JsonElement count) => count.ValueKind == JsonValueKind.Number && count.TryGetInt64(out var value) ? value : 0;

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    private static string? Text(JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString() : null;
}
