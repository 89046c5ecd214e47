using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Client.Generation;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Api.Generation;

/// <summary>Tells what is wrong with a recipe's settings.</summary>
internal static class RecipeFaults
{
    /// <summary>The first fault, or null.</summary>
    public static ProblemHttpResult? Of(RecipeSettings? settings) => settings switch
    {
        null => Problems.BadRequest("bad-recipe", "A recipe needs settings."),
        { PairsPerContext: < 1 or > Core.Generation.RecipeSettings.MaxPairsPerContext } =>
            Problems.BadRequest("bad-pairs-per-context", $"There are 1 to {Core.Generation.RecipeSettings.MaxPairsPerContext} pairs per context."),
        { ContextTokens: < Core.Generation.RecipeSettings.MinContextTokens or > Core.Generation.RecipeSettings.MaxContextTokens } =>
            Problems.BadRequest("bad-context-tokens", $"A context has {Core.Generation.RecipeSettings.MinContextTokens} to {Core.Generation.RecipeSettings.MaxContextTokens} tokens."),
        { MultiHopShare: < 0 or > Core.Generation.RecipeSettings.MaxMultiHopShare } =>
            Problems.BadRequest("bad-multi-hop-share", $"The share of multi-hop contexts is 0 to {Core.Generation.RecipeSettings.MaxMultiHopShare} percent."),
        { Types: { } types } when types.Except(Core.Pairs.QuestionTypes.All, StringComparer.Ordinal).Any() =>
            Problems.BadRequest("unknown-type", $"Question types are {string.Join(", ", Core.Pairs.QuestionTypes.All)}."),
        { Difficulty: { } mix } when !mix.ToEntity().IsValid =>
            Problems.BadRequest("bad-difficulty", $"A difficulty mix is three weights from 0 to {Core.Generation.DifficultyMix.MaxWeight}, not all of them 0."),
        { AnswerLength: var length } when !WireNames.TryRead<Core.Generation.AnswerLength>(length, out _) =>
            Problems.BadRequest("unknown-answer-length", $"Answer lengths are {string.Join(", ", Enum.GetValues<Core.Generation.AnswerLength>().Select(l => l.ToWire()))}."),
        _ when new[] { settings.Language, settings.Persona, settings.Instructions, settings.AnswerStyle }.Any(text => text?.Length > Core.Generation.RecipeSettings.MaxTextLength) =>
            Problems.BadRequest("too-long", $"Language, persona, instructions and answer style have at most {Core.Generation.RecipeSettings.MaxTextLength} characters each."),
        { Prompt: { } prompt } => OfPrompt(prompt),
        _ => null,
    };

    private static ProblemHttpResult? OfPrompt(string prompt)
    {
        if (prompt.Length > Core.Generation.RecipeSettings.MaxPromptLength)
        {
            return Problems.BadRequest("bad-prompt", $"A prompt has at most {Core.Generation.RecipeSettings.MaxPromptLength} characters.");
        }

        try
        {
            Core.Generation.Prompts.PromptTemplate.ParseOwn(prompt);
            return null;
        }
        catch (FormatException e)
        {
            return Problems.BadRequest("bad-prompt", e.Message);
        }
    }
}
