using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace SynthDataGen.Testing;

/// <summary>A call that <see cref="FakeOpenAI"/> received.</summary>
/// <param name="Model">The requested model.</param>
/// <param name="System">The system message.</param>
/// <param name="User">The user message.</param>
/// <param name="Format">The response format: <c>json_schema</c>, <c>json_object</c>, or null.</param>
/// <param name="Authorization">The header that carried the key.</param>
/// <param name="Body">The whole body.</param>
public sealed partial record FakeRequest(string Model, string System, string User, string? Format, string? Authorization, JsonElement Body)
{
    /// <summary>The document's text, as fenced in the prompt.</summary>
    public string Source => Fenced().Match(User) is { Success: true } fenced ? fenced.Groups["text"].Value : "";

    /// <summary>The number of tokens that the server counts in the prompt.</summary>
    public int PromptTokens { get; internal set; }

    /// <summary>The number of pairs to judge; 0: it asks for new pairs.</summary>
    public int ToJudge => Listed().Count(User);

    /// <summary>The number of pairs that the prompt asks for.</summary>
    public int Pairs => AtMost().Match(User) is { Success: true } most ? int.Parse(most.Groups["n"].Value) : 1;

    internal static async Task<FakeRequest> ReadAsync(HttpRequest http, CancellationToken cancellationToken)
    {
        using var json = await JsonDocument.ParseAsync(http.Body, default, cancellationToken);
        var body = json.RootElement.Clone();
        return new(
            body.GetProperty("model").GetString()!,
            Message(body, "system"),
            Message(body, "user"),
            body.TryGetProperty("response_format", out var format) ? format.GetProperty("type").GetString() : null,
            http.Headers.Authorization.FirstOrDefault(),
            body);
    }

    private static string Message(JsonElement body, string role) => body.GetProperty("messages").EnumerateArray()
        .FirstOrDefault(message => message.GetProperty("role").GetString() == role) is { ValueKind: JsonValueKind.Object } found
        ? found.GetProperty("content").GetString()!
        : "";

    [GeneratedRegex(@"<(?<fence>source-[0-9a-f]+)>\n(?<text>.*?)\n</\k<fence>>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Fenced();

    [GeneratedRegex("^\\{\"pair\":[0-9]+,", RegexOptions.Multiline)]
    private static partial Regex Listed();

    [GeneratedRegex(@"Write at most (?<n>\d+) pair", RegexOptions.ExplicitCapture)]
    private static partial Regex AtMost();
}
