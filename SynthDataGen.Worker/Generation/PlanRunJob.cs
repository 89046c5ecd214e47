using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Generation.Contexts;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Generation;

/// <summary>Chooses a run's contexts and shares its pairs out among them.</summary>
internal sealed class PlanRunJob(PlanRecords records, JobSurroundings surroundings) : PieceJob(WorkKinds.PlanRun, surroundings)
{
    protected override async Task DoAsync(string piece, CancellationToken cancellationToken)
    {
        if (await records.FindPlannedAsync(Guid.Parse(piece), cancellationToken) is not { } run)
        {
            return;
        }

        var calibration = await records.FindCalibrationAsync(run, cancellationToken);
        var contexts = new List<PlannedContext>();
        foreach (var (documentId, revisionId) in await records.ListRevisionsAsync(run, cancellationToken))
        {
            var chunks = await records.ListChunksAsync(revisionId, cancellationToken);
            contexts.AddRange(ContextPlanner.Plan(chunks, run.Recipe, calibration.TokensPerEstimated).Select(span => new PlannedContext(documentId, revisionId, span, 0)));
        }

        var shares = PairBudget.Spread(contexts, context => context.Span.Tokens, run.Recipe.PairsPerContext, run.MaxPairs);
        await records.SaveAsync(run, [.. shares.Select(share => share.Context with { Pairs = share.Pairs })], cancellationToken);
    }
}
