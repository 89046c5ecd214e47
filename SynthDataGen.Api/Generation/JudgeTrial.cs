using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Asking;
using SynthDataGen.Core.Generation.Replies;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Api.Generation;

/// <summary>A trial's pairs with what the judge said of them, its answer, what that cost, and why it said nothing.</summary>
internal sealed record JudgedTrial(IReadOnlyList<GroundedPair> Pairs, GeneratorReply? Reply = null, decimal? Cost = null, FailureCount? Failure = null);

/// <summary>Has the pairs of a trial judged as a run would, where its recipe says so.</summary>
internal sealed class JudgeTrial(PairGenerators generators, GeneratorKeys keys, GeneratorRecords records)
{
    public async Task<JudgedTrial> RunAsync(
        Guid workspaceId, Core.Generation.Generator writer, GenerationRequest request, IReadOnlyList<GroundedPair> pairs, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (!request.Recipe.Judge || pairs.Count == 0)
        {
            return new(pairs);
        }

        if ((request.Recipe.JudgeGeneratorId is { } id ? await records.FindAsync(workspaceId, id, cancellationToken) : writer) is not { Endpoint: not null } judge)
        {
            return new(pairs, Failure: new(GeneratorException.BadRequest, 1, "No generator with a model was chosen that could judge."));
        }

        var judged = new JudgedTrial(pairs);
        try
        {
            var reply = await generators.For(judge, keys.Of(judge)).AskWithinAsync(patience, request with { Pairs = pairs.Count, Judged = pairs }, cancellationToken);
            judged = judged with { Reply = reply, Cost = TokenPrices.Of(judge).CostOf(reply.InputTokens, reply.OutputTokens) };
            return judged with { Pairs = [.. pairs.Zip(JudgementParser.Read(reply, pairs.Count), PairJudge.With)] };
        }
        catch (GeneratorException e)
        {
            return judged with { Failure = new(e.Reason, 1, e.Message) };
        }
    }
}
