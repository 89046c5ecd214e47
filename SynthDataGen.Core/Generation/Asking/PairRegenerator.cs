using SynthDataGen.Core.Generation.Checks;
using SynthDataGen.Core.Generation.Replies;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Asking;

/// <summary>The result of regenerating a pair. With neither a pair nor a failure, the model found nothing in the text that fits the remark.</summary>
public sealed record RegenerationResult
{
    /// <summary>The new pair; null: there is none.</summary>
    public GroundedPair? Pair { get; init; }

    /// <summary>Why there is none.</summary>
    public GeneratorException? Failure { get; init; }

    /// <summary>The model as the endpoint names it; null: it never answered.</summary>
    public string? Model { get; init; }

    /// <summary>New paid answers; 0 if every answer was kept from an earlier request.</summary>
    public int Calls { get; init; }

    /// <summary>Tokens of those answers.</summary>
    public int InputTokens { get; init; }
    public int OutputTokens { get; init; }

    /// <summary>With one more answer.</summary>
    internal RegenerationResult With(PaidAnswer answer) => answer.WasKept
        ? this with { Model = answer.Reply.Model }
        : this with
        {
            Model = answer.Reply.Model,
            Calls = Calls + 1,
            InputTokens = InputTokens + answer.Reply.InputTokens,
            OutputTokens = OutputTokens + answer.Reply.OutputTokens,
        };
}

/// <summary>
/// Regenerates one pair: recalls or asks, keeps the answer, reads it, and asks again if it is unusable. The same request gets the kept
/// answer, unless that was unusable: whoever asks again wants another one.
/// </summary>
public sealed class PairRegenerator(ICallMemory memory, GenerationOptions options)
{
    private readonly PaidAnswers answers = new(memory);

    /// <summary>The result, which may be the failure of the generator.</summary>
    public async Task<RegenerationResult> RegenerateAsync(
        Generator generator, IPairGenerator asked, GenerationRequest request, ShownText source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var checks = PairChecks.For(generator, request, options.Checks);
        var made = new RegenerationResult();
        for (int attempt = 0, unusable = 0; ; attempt++)
        {
            PaidAnswer answer;
            try
            {
                answer = await answers.GetAsync(generator, asked, request, attempt, cancellationToken);
            }
            catch (GeneratorException failure)
            {
                return made with { Failure = failure };
            }

            made = made.With(answer);
            try
            {
                return made with { Pair = Read(answer.Reply, request, source, checks) };
            }
            catch (GeneratorException failure)
            {
                if (!answer.WasKept && Reask.Next(request, failure, unusable++, options) is null)
                {
                    return made with { Failure = failure };
                }
            }
        }
    }

    /// <summary>A decision cannot change the type of a question, whatever type the model gives.</summary>
    private static GroundedPair? Read(GeneratorReply reply, GenerationRequest request, ShownText source, PairChecks checks) =>
        PairParser.Read(reply) is [var draft, ..]
            ? PairGrounder.Ground(draft with { QuestionType = request.Regenerated!.QuestionType, Difficulty = request.Regenerated.Difficulty }, source, checks)
            : null;
}
