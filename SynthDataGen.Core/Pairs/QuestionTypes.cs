namespace SynthDataGen.Core.Pairs;

/// <summary>The kinds of question.</summary>
public static class QuestionTypes
{
    public const string Factual = "factual";
    public const string Definition = "definition";
    public const string Procedure = "procedure";
    public const string Reasoning = "reasoning";
    public const string Comparison = "comparison";

    /// <summary>Needs information from two or more places in the text.</summary>
    public const string MultiHop = "multi-hop";

    /// <summary>Sounds as if the text answered it, but the text does not; the answer declines and says what the text does say.</summary>
    public const string Unanswerable = "unanswerable";

    public static IReadOnlyList<string> All { get; } = [Factual, Definition, Procedure, Reasoning, Comparison, MultiHop, Unanswerable];

    public static IReadOnlyList<string> Default { get; } = [Factual, Definition, Procedure, Reasoning];
}
