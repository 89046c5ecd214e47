using System.Text.Json;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Prompts;

/// <summary>Fills the template that a generator is asked with to write a pair anew: the text, the pair, and the reviewer's remark.</summary>
public static class RegenerationPrompt
{
    public static Prompt For(GenerationRequest request, Regeneration regeneration)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(regeneration);
        var recipe = request.Recipe;
        var pair = JsonSerializer.Serialize(ToRewrite(regeneration), JudgePrompt.Readable);
        return PromptTemplate.Regenerated.Fill(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                // Of both, so that neither can close its fence.
                ["fence"] = PairsPrompt.FenceOf($"{request.Text}\n{pair}"),
                ["answers"] = PairsPrompt.AnswersOf(recipe),
                ["language"] = PairsPrompt.LanguageOf(recipe),
                ["persona"] = PairsPrompt.PersonaOf(recipe),
                ["instructions"] = PairsPrompt.InstructionsOf(recipe),
                ["shape"] = PairsSchema.Shape.InWords,
                ["document"] = PairsPrompt.OneLine(request.DocumentTitle),
                ["section"] = PairsPrompt.SectionOf(request),
                ["text"] = request.Text,
                ["pairs"] = pair,
                ["remark"] = PairsPrompt.OneLine(regeneration.Remark),
            },
            PairsSchema.Shape);
    }

    private static object ToRewrite(Regeneration regeneration) => new
    {
        Type = regeneration.QuestionType,
        regeneration.Difficulty,
        regeneration.Question,
        regeneration.Answer,
        Evidence = regeneration.Quotes,
    };
}
