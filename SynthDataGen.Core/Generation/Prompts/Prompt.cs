using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Prompts;

/// <summary>A prompt: the rules, the text to work on, and the shape of the answer.</summary>
/// <param name="Template">The template that it was filled from.</param>
/// <param name="System">The rules.</param>
/// <param name="User">The text.</param>
/// <param name="Shape">The shape of the answer.</param>
public sealed record Prompt(TemplateName Template, string System, string User, AnswerShape Shape)
{
    /// <summary>Each request needs its prompt twice: for its hash, and to be sent.</summary>
    private static readonly ConditionalWeakTable<GenerationRequest, Prompt> made = [];

    // A model reads it, not a browser: letters beyond ASCII stay as they are, and cost one token instead of six.
    private static readonly JsonSerializerOptions readable = new(JsonSerializerOptions.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The prompt to write pairs, to judge those in the request, or to regenerate one.</summary>
    /// <exception cref="FormatException">The recipe's own template is invalid.</exception>
    public static Prompt For(GenerationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return made.GetValue(request, one => one switch
        {
            { Judged: { } pairs } => ToJudge(one, pairs),
            { Regenerated: { } regeneration } => ToRegenerate(one, regeneration),
            _ => PairsPrompt.For(one),
        });
    }

    /// <summary>Asks for a judgement of every pair, with its evidence.</summary>
    private static Prompt ToJudge(GenerationRequest request, IReadOnlyList<GroundedPair> pairs)
    {
        var lines = string.Join('\n', pairs.Select((pair, i) => JsonSerializer.Serialize(Judged(pair, i + 1), readable)));
        return PromptTemplate.Judge.Fill(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                // The fence derives from both, so neither can close it.
                ["fence"] = PairsPrompt.FenceOf($"{request.Text}\n{lines}"),
                ["shape"] = AnswerShape.Judgements.InWords,
                ["document"] = PairsPrompt.OneLine(request.DocumentTitle),
                ["section"] = PairsPrompt.SectionOf(request),
                ["text"] = request.Text,
                ["pairs"] = lines,
            },
            AnswerShape.Judgements);
    }

    private static object Judged(GroundedPair pair, int number) => new
    {
        Pair = number,
        Type = pair.Draft.QuestionType,
        pair.Draft.Question,
        pair.Draft.Answer,
        Evidence = pair.Evidence.Select(evidence => evidence.Quote),
    };

    /// <summary>Asks for another pair that follows the reviewer's remark.</summary>
    private static Prompt ToRegenerate(GenerationRequest request, Regeneration regeneration)
    {
        var recipe = request.Recipe;
        var pair = JsonSerializer.Serialize(Rewritten(regeneration), readable);
        return PromptTemplate.Regenerated.Fill(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                // The fence derives from both, so neither can close it.
                ["fence"] = PairsPrompt.FenceOf($"{request.Text}\n{pair}"),
                ["answers"] = PairsPrompt.AnswersOf(recipe),
                ["language"] = PairsPrompt.LanguageOf(recipe),
                ["persona"] = PairsPrompt.PersonaOf(recipe),
                ["instructions"] = PairsPrompt.InstructionsOf(recipe),
                ["shape"] = AnswerShape.Pairs.InWords,
                ["document"] = PairsPrompt.OneLine(request.DocumentTitle),
                ["section"] = PairsPrompt.SectionOf(request),
                ["text"] = request.Text,
                ["pairs"] = pair,
                ["remark"] = PairsPrompt.OneLine(regeneration.Remark),
            },
            AnswerShape.Pairs);
    }

    private static object Rewritten(Regeneration regeneration) => new
    {
        Type = regeneration.QuestionType,
        regeneration.Difficulty,
        regeneration.Question,
        regeneration.Answer,
        Evidence = regeneration.Quotes,
    };
}
