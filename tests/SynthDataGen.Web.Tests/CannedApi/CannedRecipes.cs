using SynthDataGen.Client.Generation;

namespace SynthDataGen.Web.Tests.CannedApi;

/// <summary>Presets, a prompt, a trial and an estimate.</summary>
internal static class CannedRecipes
{
    public static IReadOnlyList<RecipePreset> Presets { get; } =
        [new("Balanced", "A bit of everything.", new(["factual"])), new("FAQ", "What people ask first.", new(["factual", "procedure"], AnswerLength: "medium"))];

    public static PromptTemplate Prompt { get; } = new("grounded-pairs", "2", "=== system\nWrite pairs.\n=== user\n{{fence}} {{text}} {{pairs}}\n", ["fence", "pairs", "text"]);

    /// <summary>A pair about the context that was asked for, or the refusal of a model.</summary>
    public static Trial Try(CannedData data, NewTrial wanted)
    {
        var context = (wanted.Context ?? 1) % 3;
        var refused = wanted.Settings.Persona == "nobody";
        return new(
            data.Handbook.Id, data.Handbook.Key, context, 3, ["4 Leave"], "Leave is 30 days.",
            refused ? [] : [new($"How long is leave {context}?", "30 days.", "factual", "easy", [new("Leave is 30 days.", 0, 17, 1, "exact")], ["too-short"])],
            refused ? new("refused", 1, "The model declined to write pairs.") : null,
            "Write pairs.", "Leave is 30 days.", "{\"pairs\":[]}", new(410, 60), 0.0002m, 812);
    }

    public static RunEstimate Estimate(CannedData data, NewRun wanted) =>
        new(wanted.DocumentIds?.Count ?? data.Texts.Count, 12, wanted.MaxPairs ?? 48, new(18_000, 9_600), 0.0094m, 2, true, 4, wanted.Exactly ? 3 : 0);
}
