namespace SynthDataGen.Client.Generation;

/// <summary>How pairs are made.</summary>
public sealed record Recipe
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Settings.</summary>
    public required RecipeSettings Settings { get; init; }

    /// <summary>Generator id.</summary>
    public Guid? GeneratorId { get; init; }

    /// <summary>Created at.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A recipe to create, or to replace another.</summary>
public sealed record NewRecipe(string Name, RecipeSettings Settings, Guid? GeneratorId = null);

/// <summary>The settings of a recipe.</summary>
public sealed record RecipeSettings
{
    /// <summary>factual, definition, procedure, reasoning, comparison, multi-hop, unanswerable; null: the first four.</summary>
    public IReadOnlyList<string>? Types { get; init; }

    /// <summary>Most pairs per model call, 1–20.</summary>
    public int PairsPerContext { get; init; } = 4;

    /// <summary>Most tokens of source text per call, 100–32,000.</summary>
    public int ContextTokens { get; init; } = 1200;

    /// <summary>Language of questions and answers; null: the document's.</summary>
    public string? Language { get; init; }

    /// <summary>Who asks: role, knowledge, tone; null: a careful reader.</summary>
    public string? Persona { get; init; }

    /// <summary>Further instructions to the generator.</summary>
    public string? Instructions { get; init; }

    /// <summary>How hard the questions are; null: as the text suggests.</summary>
    public DifficultyMix? Difficulty { get; init; }

    /// <summary>asNeeded, brief, medium, detailed; null: as needed.</summary>
    public string? AnswerLength { get; init; }

    /// <summary>How answers sound; null: plain.</summary>
    public string? AnswerStyle { get; init; }

    /// <summary>The workspace's own copy of the prompt template; null: the built-in one.</summary>
    public string? Prompt { get; init; }

    /// <summary>Whether a generator judges each context's pairs, in one further call.</summary>
    public bool Judge { get; init; }

    /// <summary>The generator that judges; null: the one that writes the pairs.</summary>
    public Guid? JudgeGeneratorId { get; init; }

    /// <summary>
    /// How many of the contexts, in percent, join 2–5 related chunks that stand apart and are asked multi-hop questions; they come on top
    /// of the others, and at 100 there are no others.
    /// </summary>
    public int MultiHopShare { get; init; }
}

/// <summary>Weights of easy, medium and hard questions, each 0–100, not all zero.</summary>
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
/// <param name="DocumentId">The document; null: the first one with something to ask about.</param>
/// <param name="Context">Which of its contexts, from 0, wrapping around; null: one in the middle, preferably a multi-hop one.</param>
public sealed record NewTrial(RecipeSettings Settings, string? Generator = null, Guid? DocumentId = null, int? Context = null);

/// <summary>The result of trying settings on one context.</summary>
public sealed record Trial
{
    /// <summary>The document.</summary>
    public required Guid DocumentId { get; init; }

    /// <summary>Its key.</summary>
    public required string DocumentKey { get; init; }

    /// <summary>Which of its contexts, from 0.</summary>
    public required int Context { get; init; }

    /// <summary>How many it has.</summary>
    public required int Contexts { get; init; }

    /// <summary>The headings above the context.</summary>
    public required IReadOnlyList<string> HeadingPath { get; init; }

    /// <summary>What the generator saw of the document.</summary>
    public required string Text { get; init; }

    /// <summary>The pairs, with evidence located and flags raised.</summary>
    public required IReadOnlyList<TrialPair> Pairs { get; init; }

    /// <summary>Why there are no pairs.</summary>
    public FailureCount? Failure { get; init; }

    /// <summary>The system prompt; null: the generator needs no model.</summary>
    public string? System { get; init; }

    /// <summary>The user prompt.</summary>
    public string? User { get; init; }

    /// <summary>Its answer, word for word; null: there was none.</summary>
    public string? Reply { get; init; }

    /// <summary>Tokens used, the judge's included.</summary>
    public required TokenCounts Tokens { get; init; }

    /// <summary>Its cost, if prices are known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>How long it took.</summary>
    public required long Milliseconds { get; init; }

    /// <summary>The judge's answer, word for word; null: there was none, or no judge was asked.</summary>
    public string? JudgeReply { get; init; }

    /// <summary>Why the pairs were not judged although the settings ask for it.</summary>
    public FailureCount? JudgeFailure { get; init; }

    /// <summary>How many places of the document the text joins; more than one for a multi-hop context.</summary>
    public int Places { get; init; } = 1;
}

/// <summary>A pair from a trial; it is not saved.</summary>
public sealed record TrialPair
{
    /// <summary>Question.</summary>
    public required string Question { get; init; }

    /// <summary>Answer.</summary>
    public required string Answer { get; init; }

    /// <summary>Question type.</summary>
    public required string QuestionType { get; init; }

    /// <summary>Difficulty.</summary>
    public string? Difficulty { get; init; }

    /// <summary>Evidence.</summary>
    public required IReadOnlyList<Review.Evidence> Evidence { get; init; }

    /// <summary>Flags.</summary>
    public required IReadOnlyList<string> Flags { get; init; }

    /// <summary>Judge.</summary>
    public Review.Judgement? Judge { get; init; }
}

/// <summary>What a run would do and cost.</summary>
public sealed record RunEstimate
{
    /// <summary>Documents that it would ask about.</summary>
    public required int Documents { get; init; }

    /// <summary>Calls if all goes well: one per context, and one more if its pairs are judged.</summary>
    public required int Calls { get; init; }

    /// <summary>Most pairs that it would write.</summary>
    public required int Pairs { get; init; }

    /// <summary>Estimated tokens in and out.</summary>
    public required TokenCounts Tokens { get; init; }

    /// <summary>Estimated cost; null: the generator's prices are unknown.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Chunks skipped as boilerplate.</summary>
    public required int SkippedChunks { get; init; }

    /// <summary>Whether every document was planned; otherwise the figures are scaled up from a sample.</summary>
    public required bool Exact { get; init; }

    /// <summary>How many of the contexts join separate chunks.</summary>
    public int MultiHopContexts { get; init; }

    /// <summary>Most further rounds, beyond the estimate, for pairs missing from an exact total.</summary>
    public int TopUps { get; init; }
}
