using SynthDataGen.Core.Data.Generation.Planning;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Contexts;

namespace SynthDataGen.Core.Data.Generation;

/// <summary>A run's contexts, each with its share of the pairs.</summary>
/// <param name="Contexts">The contexts.</param>
/// <param name="Documents">How many documents they come from, including documents without a context.</param>
/// <param name="Skipped">Chunks left out as boilerplate.</param>
/// <param name="Scale">Documents per document sampled; 1: all were.</param>
public sealed record RunPlan(IReadOnlyList<PlannedContext> Contexts, int Documents, int Skipped, double Scale);

/// <summary>Chooses a run's contexts and distributes its pairs among them.</summary>
public sealed class RunPlanner(PlanRecords records, RevisionContexts revisionContexts)
{
    /// <summary>Documents in a sample: a few seconds of work at most.</summary>
    private const int SampleSize = 500;

    /// <summary>The same where related chunks are needed, which takes about ten times as long.</summary>
    private const int RelatedSampleSize = 100;

    /// <summary>Plans the whole run.</summary>
    public async Task<RunPlan> PlanAsync(Run run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        var revisions = await records.ListRevisionsAsync(run.WorkspaceId, run.DocumentIds, null, cancellationToken);
        return await PlanAsync(run, revisions, revisions.Count, cancellationToken);
    }

    /// <summary>Plans as many documents as is possible while somebody waits, evenly from first to last.</summary>
    public async Task<RunPlan> SampleAsync(Run run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        var revisions = await records.ListRevisionsAsync(run.WorkspaceId, run.DocumentIds, null, cancellationToken);
        return await PlanAsync(run, revisions.Sample(run.Recipe.MultiHopShare == 0 ? SampleSize : RelatedSampleSize), revisions.Count, cancellationToken);
    }

    private async Task<RunPlan> PlanAsync(Run run, IReadOnlyList<CurrentRevision> revisions, int documents, CancellationToken cancellationToken)
    {
        var generator = await records.FindGeneratorAsync(run, cancellationToken);
        var contexts = new List<PlannedContext>();
        var skipped = 0;
        foreach (var (documentId, revisionId) in revisions)
        {
            var planned = await revisionContexts.PlanAsync(revisionId, run.Recipe, generator, cancellationToken);
            skipped += planned.Skipped;
            contexts.AddRange(planned.Contexts.Select(span => new PlannedContext(documentId, revisionId, span, 0)));
        }

        var shares = PairBudget.Spread(contexts, context => context.Span.Tokens, run.Recipe.PairsPerContext, run.MaxPairs);
        return new([.. shares.Select(share => share.Context with { Pairs = share.Pairs })], documents, skipped, revisions.Count == 0 ? 1 : (double)documents / revisions.Count);
    }
}
