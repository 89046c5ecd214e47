using SynthDataGen.Client.Generation;
using SynthDataGen.Web.Parts;

namespace SynthDataGen.Web.Generation.Recipes;

/// <summary>Recipe settings as people read them.</summary>
public static class RecipeWords
{
    /// <summary>The question types and their meanings, in the order they are offered.</summary>
    public static IReadOnlyList<(string Type, string Meaning)> Types { get; } =
    [
        ("factual", "who, what, when, how much"),
        ("definition", "what a term means"),
        ("procedure", "how something is done"),
        ("reasoning", "why, or what follows"),
        ("comparison", "how two things differ"),
        ("multi-hop", "needs two places in the text"),
        ("unanswerable", "the text doesn't say, so the answer declines"),
    ];

    /// <summary>The answer lengths with their names.</summary>
    public static IReadOnlyList<(string Length, string Name)> AnswerLengths { get; } =
        [("asNeeded", "As long as needed"), ("brief", "One sentence at most"), ("medium", "Two to four sentences"), ("detailed", "A paragraph or more")];

    /// <summary>"factual, procedure · 4 pairs per context of 1,200 tokens · own prompt".</summary>
    public static string Summary(RecipeSettings settings)
    {
        string?[] parts =
        [
            string.Join(", ", settings.Types ?? []),
            $"{Words.Count(settings.PairsPerContext, "pair")} per context of {Words.Number(settings.ContextTokens)} tokens",
            settings.MultiHopShare == 0 ? null : $"{settings.MultiHopShare} % multi-hop contexts",
            settings.Language,
            settings.Persona is null ? null : $"asked by {settings.Persona}",
            settings.Prompt is null ? null : "own prompt",
            settings.Judge ? "judged" : null,
        ];
        return string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }
}
