using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Client.Generation;
using SynthDataGen.Core.Pairs;
using Entities = SynthDataGen.Core.Generation;
using Limits = SynthDataGen.Core.Generation.RecipeSettings;
using Templates = SynthDataGen.Core.Generation.Prompts.PromptTemplate;

namespace SynthDataGen.Api.Generation;

/// <summary>Tells what is wrong with a recipe's settings.</summary>
internal static class RecipeFaults
{
    /// <summary>The first fault, or null.</summary>
    public static ProblemHttpResult? Of(RecipeSettings? settings) => settings switch
    {
        null => Problems.BadRequest("bad-recipe", "A recipe needs settings."),
        { PairsPerContext: < 1 or > Limits.MaxPairsPerContext } =>
            Problems.BadRequest("bad-pairs-per-context", $"Pairs per context go from 1 to {Limits.MaxPairsPerContext}."),
        { ContextTokens: < Limits.MinContextTokens or > Limits.MaxContextTokens } =>
            Problems.BadRequest("bad-context-tokens", $"Context tokens go from {Limits.MinContextTokens} to {Limits.MaxContextTokens}."),
        { MultiHopShare: < 0 or > Limits.MaxMultiHopShare } =>
            Problems.BadRequest("bad-multi-hop-share", $"The share of multi-hop contexts goes from 0 to {Limits.MaxMultiHopShare} percent."),
        { Types: { } types } when types.Except(QuestionTypes.All, StringComparer.Ordinal).Any() =>
            Problems.BadRequest("unknown-type", $"Question types are {string.Join(", ", QuestionTypes.All)}."),
        { Difficulty: { } mix } when !mix.ToEntity().IsValid =>
            Problems.BadRequest("bad-difficulty", $"A difficulty mix is three weights from 0 to {Entities.DifficultyMix.MaxWeight}, not all of them 0."),
        { AnswerLength: var length } when !WireNames.TryRead<Entities.AnswerLength>(length, out _) =>
            Problems.BadRequest("unknown-answer-length", $"Answer lengths are {string.Join(", ", Enum.GetValues<Entities.AnswerLength>().Select(l => l.ToWire()))}."),
        _ when new[] { settings.Language, settings.Persona, settings.Instructions, settings.AnswerStyle }.Any(text => text?.Length > Limits.MaxTextLength) =>
            Problems.BadRequest("too-long", $"Language, persona, instructions and answer style have at most {Limits.MaxTextLength} characters each."),
        { Prompt: { } prompt } => OfPrompt(prompt),
        _ => null,
    };

    private static ProblemHttpResult? OfPrompt(string prompt)
    {
        if (prompt.Length > Limits.MaxPromptLength)
        {
            return Problems.BadRequest("bad-prompt", $"A prompt has at most {Limits.MaxPromptLength} characters.");
        }

        try
        {
            Templates.ParseOwn(prompt);
            return null;
        }
        catch (FormatException e)
        {
            return Problems.BadRequest("bad-prompt", e.Message);
        }
    }
}
