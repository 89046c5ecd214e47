using System.Runtime.CompilerServices;
using System.Text.Json;

namespace SynthDataGen.Core.Generation.Prompts;

/// <summary>What a model is told: the rules, the text that it works on, and the shape that its answer is to have.</summary>
/// <param name="Template">The template that it was filled from.</param>
/// <param name="System">The rules.</param>
/// <param name="User">The text.</param>
/// <param name="Shape">The shape of the answer.</param>
public sealed record Prompt(TemplateName Template, string System, string User, AnswerShape Shape)
{
    /// <summary>A request is asked about twice: to name it, and to send it.</summary>
    private static readonly ConditionalWeakTable<GenerationRequest, Prompt> made = [];

    /// <summary>What a model is told to write pairs, to judge those that the request holds, or to write one of them anew.</summary>
    /// <exception cref="FormatException">The recipe's own template is none.</exception>
    public static Prompt For(GenerationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return made.GetValue(request, one => one switch
        {
            { Judged: { } pairs } => JudgePrompt.For(one, pairs),
            { Regenerated: { } regeneration } => RegenerationPrompt.For(one, regeneration),
            _ => PairsPrompt.For(one),
        });
    }
}

/// <summary>The shape of a model's answer.</summary>
/// <param name="Name">What endpoints call the schema.</param>
/// <param name="InWords">An example in one line, said to every model: where the endpoint ignores the schema, it is all there is.</param>
/// <param name="Schema">The JSON schema. Strict mode wants every property required and nothing beyond them; bounds on lengths and counts are refused by some endpoints.</param>
public sealed record AnswerShape(string Name, string InWords, JsonElement Schema);
