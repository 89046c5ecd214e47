using SynthDataGen.Client.Generation;

namespace SynthDataGen.Web.Tests.CannedApi;

/// <summary>Presets, a prompt, a trial and an estimate.</summary>
internal static class CannedRecipes
{
    public static IReadOnlyList<RecipePreset> Presets { get; } =
        [new("Balanced", "A bit of everything.", new() { Types = ["factual"] }), new("FAQ", "What people ask first.", new() { Types = ["factual", "procedure"], AnswerLength = "medium" })];

    public static PromptTemplate Prompt { get; } = new("grounded-pairs", "2", "=== system\nWrite pairs.\n=== user\n{{fence}} {{text}} {{pairs}}\n", ["fence", "pairs", "text"]);

    /// <summary>A pair about the requested context, or a model's refusal.</summary>
    public static Trial Try(CannedData data, NewTrial wanted)
    {
        var context = (wanted.Context ?? 1) % 3;
        var refused = wanted.Settings.Persona == "nobody";
        return new()
        {
            DocumentId = data.Handbook.Id, DocumentKey = data.Handbook.Key, Context = context, Contexts = 3, HeadingPath = ["4 Leave"],
            Text = "Leave is 30 days.",
            Pairs = refused ? [] : [new()
            {
                Question = $"How long is leave {context}?", Answer = "30 days.", QuestionType = "factual", Difficulty = "easy",
                Evidence = [new() { Quote = "Leave is 30 days.", Start = 0, End = 17, Page = 1, Match = "exact" }], Flags = ["too-short"],
            }],
            Failure = refused ? new("refused", 1, "The model declined to write pairs.") : null, System = "Write pairs.",
            User = "Leave is 30 days.", Reply = "{\"pairs\":[]}", Tokens = new(410, 60), Cost = 0.0002m, Milliseconds = 812,
        };
    }

    public static RunEstimate Estimate(CannedData data, NewRun wanted) =>
        new()
        {
            Documents = wanted.DocumentIds?.Count ?? data.Texts.Count, Calls = 12, Pairs = wanted.MaxPairs ?? 48, Tokens = new(18_000, 9_600),
            Cost = 0.0094m, SkippedChunks = 2, Exact = true, MultiHopContexts = 4, TopUps = wanted.Exactly ? 3 : 0,
        };
}
