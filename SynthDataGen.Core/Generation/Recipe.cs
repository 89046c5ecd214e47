namespace SynthDataGen.Core.Generation;

/// <summary>How pairs are made. A run keeps a copy, so that a later change of the recipe does not rewrite history.</summary>
public sealed record RecipeSettings
{
    public const int MaxPairsPerContext = 20;
    public const int MinContextTokens = 100;
    public const int MaxContextTokens = 32_000;

    /// <summary>What kinds of question to ask; see <see cref="QuestionTypes"/>.</summary>
    public IReadOnlyList<string> Types { get; init; } = QuestionTypes.Default;

    /// <summary>Most pairs that one model call may yield, 1–20.</summary>
    public int PairsPerContext { get; init; } = 4;

    /// <summary>Most tokens of source text that one model call sees, 100–32,000.</summary>
    public int ContextTokens { get; init; } = 1_200;

    /// <summary>Language of questions and answers, as an English name; null: that of the document.</summary>
    public string? Language { get; init; }

    /// <summary>Who asks, in a sentence; null: a careful reader.</summary>
    public string? Persona { get; init; }

    /// <summary>What else the generator should mind, in the owner's words.</summary>
    public string? Instructions { get; init; }
}

/// <summary>The kinds of question.</summary>
public static class QuestionTypes
{
    public const string Factual = "factual";
    public const string Definition = "definition";
    public const string Procedure = "procedure";
    public const string Reasoning = "reasoning";

    public static IReadOnlyList<string> Default { get; } = [Factual, Definition, Procedure, Reasoning];
}

/// <summary>A named set of recipe settings in a workspace.</summary>
public sealed class Recipe
{
    public const string DefaultName = "default";
    public const int MaxNameLength = 100;

    public Guid Id { get; init; }
    public Guid WorkspaceId { get; init; }
    public required string Name { get; set; }
    public RecipeSettings Settings { get; set; } = new();
    public Guid? GeneratorId { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
}
