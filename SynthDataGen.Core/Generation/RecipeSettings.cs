using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation;

/// <summary>The length of answers.</summary>
public enum AnswerLength
{
    /// <summary>A full sentence or more, as long as needed.</summary>
    AsNeeded,

    /// <summary>One sentence at most.</summary>
    Brief,

    /// <summary>Two to four sentences.</summary>
    Medium,

    /// <summary>A paragraph or more, with conditions and exceptions.</summary>
    Detailed,
}

/// <summary>The weights of easy, medium and hard pairs, 0–100, not all zero.</summary>
public sealed record DifficultyMix(int Easy, int Medium, int Hard)
{
    public const int MaxWeight = 100;

    public bool IsValid => new[] { Easy, Medium, Hard }.All(weight => weight is >= 0 and <= MaxWeight) && Easy + Medium + Hard > 0;
}

/// <summary>How pairs are made. A run keeps a copy, so later changes to the recipe do not rewrite history.</summary>
public sealed record RecipeSettings
{
    public const int MaxPairsPerContext = 20;
    public const int MinContextTokens = 100;
    public const int MaxContextTokens = 32_000;

    public const int MaxMultiHopShare = 100;

    /// <summary>Longest style, persona or instructions, in characters.</summary>
    public const int MaxTextLength = 4_000;

    /// <summary>Longest prompt template, in characters.</summary>
    public const int MaxPromptLength = 20_000;

    /// <summary>The kinds of question to ask; see <see cref="QuestionTypes"/>.</summary>
    public IReadOnlyList<string> Types { get; init; } = QuestionTypes.Default;

    /// <summary>The difficulty of the questions; null: as the text suggests.</summary>
    public DifficultyMix? Difficulty { get; init; }

    public AnswerLength AnswerLength { get; init; }

    /// <summary>The style of answers, in the owner's words, such as "friendly, in the second person"; null: plain.</summary>
    public string? AnswerStyle { get; init; }

    /// <summary>The most pairs that one model call may yield, 1–20.</summary>
    public int PairsPerContext { get; init; } = 4;

    /// <summary>The most tokens of source text in one model call, 100–32,000.</summary>
    public int ContextTokens { get; init; } = 1_200;

    /// <summary>
    /// The percentage of contexts that join 2–5 related but separate chunks for multi-hop questions. They are in addition to the others;
    /// at 100 there are no others.
    /// </summary>
    public int MultiHopShare { get; init; }

    /// <summary>Language of questions and answers, as an English name; null: that of the document.</summary>
    public string? Language { get; init; }

    /// <summary>The asker's role, knowledge and tone, in a sentence; null: a careful reader.</summary>
    public string? Persona { get; init; }

    /// <summary>Further instructions to the generator, in the owner's words.</summary>
    public string? Instructions { get; init; }

    /// <summary>The workspace's own copy of the prompt template, at most 20,000 characters; null: the built-in one.</summary>
    public string? Prompt { get; init; }

    /// <summary>Whether a generator judges each context's pairs, in one further call.</summary>
    public bool Judge { get; init; }

    /// <summary>The generator that judges; null: the one that writes the pairs.</summary>
    public Guid? JudgeGeneratorId { get; init; }
}
