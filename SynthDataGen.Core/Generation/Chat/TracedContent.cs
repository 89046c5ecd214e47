using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace SynthDataGen.Core.Generation.Chat;

/// <summary>Writes what was asked and answered into a span, in the JSON that OpenTelemetry's semantic conventions lay down for it.</summary>
internal static class TracedContent
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Add(Activity? span, IEnumerable<ChatMessage> asked, ChatResponse response)
    {
        var roles = asked.ToLookup(message => message.Role == ChatRole.System);
        var finish = response.FinishReason?.Value ?? "unknown";
        span?.SetTag("gen_ai.system_instructions", JsonSerializer.Serialize(roles[true].Select(PartOf), Readable))
            .SetTag("gen_ai.input.messages", JsonSerializer.Serialize(roles[false].Select(message => new { role = message.Role.Value, parts = new[] { PartOf(message) } }), Readable))
            .SetTag("gen_ai.output.messages", JsonSerializer.Serialize(response.Messages.Select(message => new { role = message.Role.Value, parts = new[] { PartOf(message) }, finish_reason = finish }), Readable));
    }

    private static object PartOf(ChatMessage message) => new { type = "text", content = message.Text };
}
