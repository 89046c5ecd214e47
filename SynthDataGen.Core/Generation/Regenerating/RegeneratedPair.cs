using SynthDataGen.Core.Generation.Asking;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Regenerating;

/// <summary>What came of asking for a pair anew. Without a pair and without a failure the model found nothing in the text that fits the remark.</summary>
public sealed record RegeneratedPair
{
    /// <summary>The pair as it could be; null: there is none.</summary>
    public GroundedPair? Pair { get; init; }

    /// <summary>Why there is none.</summary>
    public GeneratorException? Failure { get; init; }

    /// <summary>The model as the endpoint names it; null: it never answered.</summary>
    public string? Model { get; init; }

    /// <summary>Answers that were paid for now; none: what came was kept from an earlier time.</summary>
    public int Calls { get; init; }

    /// <summary>Tokens of those answers.</summary>
    public int InputTokens { get; init; }
    public int OutputTokens { get; init; }

    /// <summary>With one more answer.</summary>
    internal RegeneratedPair With(PaidAnswer answer) => answer.WasKept
        ? this with { Model = answer.Reply.Model }
        : this with
        {
            Model = answer.Reply.Model,
            Calls = Calls + 1,
            InputTokens = InputTokens + answer.Reply.InputTokens,
            OutputTokens = OutputTokens + answer.Reply.OutputTokens,
        };
}
