using System.Collections.Concurrent;
using Microsoft.Extensions.AI;
using SynthDataGen.Core.Generation.Prompts;

namespace SynthDataGen.Core.Generation.Chat;

/// <summary>
/// Which response format an endpoint's model takes: the schema, else any JSON object, else words alone. Learned from its own
/// refusals and remembered while the process lives.
/// </summary>
public sealed class ResponseFormats
{
    private readonly ConcurrentDictionary<(Uri Endpoint, string Model), (int Step, bool Proven)> _known = new();

    /// <summary>The formats worth trying, best first; one alone where it has worked before.</summary>
    internal IEnumerable<(int Step, ChatResponseFormat? Format)> For(Uri endpoint, string model, AnswerShape shape)
    {
        ChatResponseFormat?[] ladder = [ChatResponseFormat.ForJsonSchema(shape.Schema, shape.Name), ChatResponseFormat.Json, null];
        var (step, proven) = _known.GetValueOrDefault((endpoint, model));
        return ladder.Index().Skip(step).Take(proven ? 1 : ladder.Length);
    }

    internal void Accepted(Uri endpoint, string model, int step) => _known[(endpoint, model)] = (step, true);
}
