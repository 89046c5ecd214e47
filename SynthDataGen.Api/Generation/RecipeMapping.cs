using SynthDataGen.Client.Generation;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Api.Generation;

/// <summary>Recipes on the wire.</summary>
internal static class RecipeMapping
{
    public static Recipe ToWire(this Core.Generation.Recipe r) => new() { Id = r.Id, Name = r.Name, Settings = r.Settings.ToWire(), GeneratorId = r.GeneratorId, CreatedAt = r.CreatedAt };

    public static RecipePreset ToWire(this Core.Generation.RecipePreset p) => new(p.Name, p.Purpose, p.Settings.ToWire());

    public static PromptTemplate ToWire(this Core.Generation.Prompts.PromptTemplate t) => new(t.Name, t.Version, t.Text, [.. Core.Generation.Prompts.PromptTemplate.Places.Order(StringComparer.Ordinal)]);

    public static Core.Generation.DifficultyMix ToEntity(this DifficultyMix mix) => new(mix.Easy, mix.Medium, mix.Hard);

    public static Core.Generation.RecipeSettings ToEntity(this RecipeSettings s) => new()
    {
        Types = s.Types is { Count: > 0 } types ? [.. types.Distinct(StringComparer.Ordinal)] : Core.Pairs.QuestionTypes.Default,
        Difficulty = s.Difficulty?.ToEntity(),
        AnswerLength = WireNames.TryRead<Core.Generation.AnswerLength>(s.AnswerLength, out var length) ? length ?? default : default,
        AnswerStyle = WireText.OrNull(s.AnswerStyle),
        PairsPerContext = s.PairsPerContext,
        ContextTokens = s.ContextTokens,
        Language = WireText.OrNull(s.Language),
        Persona = WireText.OrNull(s.Persona),
        Instructions = WireText.OrNull(s.Instructions),
        Prompt = IsBuiltIn(s.Prompt) ? null : s.Prompt,
        Judge = s.Judge,
        JudgeGeneratorId = s.JudgeGeneratorId,
        MultiHopShare = s.MultiHopShare,
    };

    /// <summary>A copy that nobody changed follows the built-in template when that gets a new version.</summary>
    private static bool IsBuiltIn(string? prompt) =>
        string.IsNullOrWhiteSpace(prompt) || prompt.ReplaceLineEndings("\n").Trim() == Core.Generation.Prompts.PromptTemplate.BuiltIn.Text.Trim();

    private static RecipeSettings ToWire(this Core.Generation.RecipeSettings s) => new()
    {
        Types = s.Types, PairsPerContext = s.PairsPerContext, ContextTokens = s.ContextTokens, Language = s.Language, Persona = s.Persona,
        Instructions = s.Instructions, Difficulty = s.Difficulty is { } mix ? new(mix.Easy, mix.Medium, mix.Hard) : null,
        AnswerLength = s.AnswerLength.ToWire(), AnswerStyle = s.AnswerStyle, Prompt = s.Prompt, Judge = s.Judge,
        JudgeGeneratorId = s.JudgeGeneratorId, MultiHopShare = s.MultiHopShare,
    };
}
