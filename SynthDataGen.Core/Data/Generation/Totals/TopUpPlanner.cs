using SynthDataGen.Core.Data.Generation.Planning;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Contexts;

namespace SynthDataGen.Core.Data.Generation.Totals;

/// <summary>
/// Chooses what a further round asks about: first contexts not asked about yet, then those that yielded all that was asked
/// for, then the others.
/// </summary>
public sealed class TopUpPlanner(PlanRecords plans, TopUpRecords records, RevisionContexts revisionContexts)
{
    /// <summary>Documents searched for contexts that had no share in the first round.</summary>
    private const int SampleSize = 100;

    /// <summary>Plans one round.</summary>
    public async Task<IReadOnlyList<PlannedContext>> PlanAsync(OpenRound open, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(open);
        var untouched = await ListUntouchedAsync(open.Run, cancellationToken);
        var asked = await records.ListAskedAsync(open.Run.Id, cancellationToken);
        var shares = PairBudget.TopUp<AskableContext>(
            [
                .. untouched.Select(context => new TopUpCandidate<AskableContext>(new(context, null), context.Span.Tokens, Promise.Untouched)),
                .. asked.Select(context => new TopUpCandidate<AskableContext>(new(null, context.FirstId), context.Tokens, PromiseOf(context))),
            ],
            open.Run.Recipe.PairsPerContext,
            open.Missing);
        var again = shares.Where(share => share.Context.FirstId is not null).ToDictionary(share => share.Context.FirstId!.Value, share => share.Pairs);
        var items = await records.ListItemsAsync(again.Keys, cancellationToken);
        return
        [
            .. shares.Where(share => share.Context.New is not null).Select(share => share.Context.New! with { Pairs = share.Pairs }),
            .. items.Select(item => new PlannedContext(item.DocumentId, item.RevisionId, item.ToSpan(), again[item.Id]) { RepeatsId = item.Id }),
        ];
    }

    private static Promise PromiseOf(AskedContext context) =>
        context.Written >= context.Asked ? Promise.Full : context.Written > 0 ? Promise.Some : Promise.None;

    /// <summary>Contexts with no chunk that the run has asked about.</summary>
    private async Task<List<PlannedContext>> ListUntouchedAsync(Run run, CancellationToken cancellationToken)
    {
        var generator = await plans.FindGeneratorAsync(run, cancellationToken);
        var revisions = (await plans.ListRevisionsAsync(run.WorkspaceId, run.DocumentIds, null, cancellationToken)).Sample(SampleSize);
        var items = (await records.ListItemsAsync(run.Id, [.. revisions.Select(revision => revision.RevisionId)], cancellationToken)).ToLookup(item => item.RevisionId);
        var untouched = new List<PlannedContext>();
        foreach (var (documentId, revisionId) in revisions)
        {
            var touched = items[revisionId].SelectMany(item => ChunksOf(item.ToSpan())).ToHashSet();
            var planned = await revisionContexts.PlanAsync(revisionId, run.Recipe, generator, cancellationToken);
            untouched.AddRange(planned.Contexts.Where(span => !ChunksOf(span).Any(touched.Contains)).Select(span => new PlannedContext(documentId, revisionId, span, 0)));
        }

        return untouched;
    }

    private static IEnumerable<int> ChunksOf(ContextSpan span) =>
        Enumerable.Range(span.FirstChunk, span.LastChunk - span.FirstChunk + 1).Concat(span.Further.SelectMany(ChunksOf));

    /// <summary>A context not asked about yet, or the item that asked about it first.</summary>
    private sealed record AskableContext(PlannedContext? New, Guid? FirstId);
}
