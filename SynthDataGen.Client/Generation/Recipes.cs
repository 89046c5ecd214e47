namespace SynthDataGen.Client.Generation;

/// <summary>How pairs are made.</summary>
public sealed record Recipe(Guid Id, string Name, RecipeSettings Settings, Guid? GeneratorId, DateTimeOffset CreatedAt);

/// <summary>A recipe to make or to put in place of another.</summary>
public sealed record NewRecipe(string Name, RecipeSettings Settings, Guid? GeneratorId = null);

/// <summary>The settings of a recipe.</summary>
/// <param name="Types">factual, definition, procedure, reasoning, comparison, multi-hop, unanswerable; null: the first four.</param>
/// <param name="PairsPerContext">Most pairs that one model call may yield, 1–20.</param>
/// <param name="ContextTokens">Most tokens of source text that one call sees, 100–32,000.</param>
/// <param name="Language">Of questions and answers; null: that of the document.</param>
/// <param name="Persona">Who asks: role, knowledge, tone; null: a careful reader.</param>
/// <param name="Instructions">What else the generator should mind.</param>
/// <param name="Difficulty">How hard the questions are to be; null: as the text suggests.</param>
/// <param name="AnswerLength">asNeeded, brief, medium, detailed; null: as needed.</param>
/// <param name="AnswerStyle">How answers are to sound; null: plain.</param>
/// <param name="Prompt">The workspace's own copy of the prompt template; null: the built-in one.</param>
/// <param name="Judge">Whether a generator judges each context's pairs, in one further call; by default none does.</param>
/// <param name="JudgeGeneratorId">The generator that judges; null: the one that writes the pairs.</param>
/// <param name="MultiHopShare">How many of the contexts, in percent, join 2–5 related chunks that stand apart and are asked multi-hop questions; they come on top of the others, and at 100 there are no others.</param>
public sealed record RecipeSettings(
    IReadOnlyList<string>? Types = null,
    int PairsPerContext = 4,
    int ContextTokens = 1200,
    string? Language = null,
    string? Persona = null,
    string? Instructions = null,
    DifficultyMix? Difficulty = null,
    string? AnswerLength = null,
    string? AnswerStyle = null,
    string? Prompt = null,
    bool Judge = false,
    Guid? JudgeGeneratorId = null,
    int MultiHopShare = 0);

/// <summary>Weights of easy, medium and hard questions, each 0–100, not all nought.</summary>
public sealed record DifficultyMix(int Easy, int Medium, int Hard);

/// <summary>Settings to begin a recipe with.</summary>
public sealed record RecipePreset(string Name, string Purpose, RecipeSettings Settings);

/// <summary>A prompt template as people edit it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">The built-in template's version.</param>
/// <param name="Text">What the model is told and given, with places in double braces.</param>
/// <param name="Places">The places that a template may have.</param>
public sealed record PromptTemplate(string Name, string Version, string Text, IReadOnlyList<string> Places);

/// <summary>One context to try settings on.</summary>
/// <param name="Settings">The settings to try, saved or not.</param>
/// <param name="Generator">A generator's name; null: the default one.</param>
/// <param name="DocumentId">The document; null: the first that has something to ask about.</param>
/// <param name="Context">Which of its contexts, from 0; beyond the last it begins again; null: one in the middle, a multi-hop one where there are some.</param>
public sealed record NewTrial(RecipeSettings Settings, string? Generator = null, Guid? DocumentId = null, int? Context = null);

/// <summary>What came of trying settings on one context.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="DocumentKey">Its key.</param>
/// <param name="Context">Which of its contexts, from 0.</param>
/// <param name="Contexts">How many it has.</param>
/// <param name="HeadingPath">What the context stands under.</param>
/// <param name="Text">What the generator saw of the document.</param>
/// <param name="Pairs">The pairs, with evidence located and flags raised.</param>
/// <param name="Failure">Why there are none.</param>
/// <param name="System">What the model was told; null: the generator needs no model.</param>
/// <param name="User">What it was given.</param>
/// <param name="Reply">What it answered, word for word; null: nothing came.</param>
/// <param name="Tokens">What it used, and the judge.</param>
/// <param name="Cost">What that cost, where prices are known.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="JudgeReply">What the judge answered, word for word; null: nothing came, or nobody was asked to judge.</param>
/// <param name="JudgeFailure">Why the pairs were not judged, though the settings say so.</param>
/// <param name="Places">How many places of the document the text joins; more than one in a multi-hop context.</param>
public sealed record Trial(
    Guid DocumentId,
    string DocumentKey,
    int Context,
    int Contexts,
    IReadOnlyList<string> HeadingPath,
    string Text,
    IReadOnlyList<TrialPair> Pairs,
    FailureCount? Failure,
    string? System,
    string? User,
    string? Reply,
    TokenCounts Tokens,
    decimal? Cost,
    long Milliseconds,
    string? JudgeReply = null,
    FailureCount? JudgeFailure = null,
    int Places = 1);

/// <summary>A pair that a trial wrote; it is not saved.</summary>
public sealed record TrialPair(
    string Question, string Answer, string QuestionType, string? Difficulty, IReadOnlyList<Review.Evidence> Evidence, IReadOnlyList<string> Flags,
    Review.Judgement? Judge = null);

/// <summary>What a run would do and cost.</summary>
/// <param name="Documents">Documents that it would ask about.</param>
/// <param name="Calls">Calls if all goes well: one a context, and one more where its pairs are judged.</param>
/// <param name="Pairs">Most pairs that it would write.</param>
/// <param name="Tokens">Estimated tokens in and out.</param>
/// <param name="Cost">Estimated cost; null: the generator's prices are not known.</param>
/// <param name="SkippedChunks">Chunks that are left out as boilerplate.</param>
/// <param name="Exact">Whether every document was planned; false: a sample of them was, and the figures are scaled up.</param>
/// <param name="MultiHopContexts">How many of the contexts join chunks that stand apart.</param>
/// <param name="TopUps">Most rounds, beyond what is estimated, for pairs that are missing from an exact total.</param>
public sealed record RunEstimate(
    int Documents, int Calls, int Pairs, TokenCounts Tokens, decimal? Cost, int SkippedChunks, bool Exact, int MultiHopContexts = 0, int TopUps = 0);
