using System.Collections.Concurrent;
using Microsoft.Extensions.AI;
using SynthDataGen.Core.Generation.Prompts;

namespace SynthDataGen.Core.Generation.Chat;

/// <summary>
/// Which response format an endpoint's model takes: the schema, else any JSON object, else words alone. Learned from its own
/// refusals; what a process has not seen itself it takes from what its generator remembers (<see cref="Generator.ResponseFormat"/>).
/// </summary>
public sealed class ResponseFormats
{
    private readonly ConcurrentDictionary<(Uri Endpoint, string Model), ResponseFormat> proven = new();

    /// <summary>The formats worth trying, best first; one alone where it has worked before in this process.</summary>
    internal IEnumerable<ResponseFormat> For(Uri endpoint, string model, ResponseFormat? remembered) =>
        proven.TryGetValue((endpoint, model), out var known) ? [known] : Enum.GetValues<ResponseFormat>().Where(format => format >= (remembered ?? ResponseFormat.Schema));

    internal void Accepted(Uri endpoint, string model, ResponseFormat format) => proven[(endpoint, model)] = format;

    /// <summary>Trusts no format any more, until the next call tells.</summary>
    internal void Forget(Uri endpoint, string model) => proven.TryRemove((endpoint, model), out _);

    internal static ChatResponseFormat? OnTheWire(ResponseFormat format, AnswerShape shape) => format switch
    {
        ResponseFormat.Schema => ChatResponseFormat.ForJsonSchema(shape.Schema, shape.Name),
        ResponseFormat.Json => ChatResponseFormat.Json,
        _ => null,
    };
}
