using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Generation;

/// <summary>Asks for the pairs of some contexts, or has those that they have judged, all at a time as far as their generator allows, and ends the run with the last of them.</summary>
internal sealed class GeneratePairsJob(
    GenerationRecords records, DuplicateRecords duplicates, SourceTexts sources, ContextAsking asking, PairJudging judging, RunWatch watch,
    JobContext job)
    : PieceJob(WorkKinds.GeneratePairs, job)
{
    protected override async Task DoAsync(string piece, CancellationToken cancellationToken)
    {
        var batch = ContextBatch.Parse(piece);
        if (await records.LoadAsync(batch, cancellationToken) is not { } open)
        {
            // Another batch may have ended the run before a lost job came to this.
            await duplicates.MarkAsync(batch, cancellationToken);
        }
        else if (await watch.WhileGoingOnAsync(open.Run, token => AskAllAsync(open, token), cancellationToken))
        {
            await duplicates.MarkAsync(batch, cancellationToken);
            await records.CloseAsync(open.Run, cancellationToken);
        }
    }

    /// <summary>Not with Parallel: it would hang up all other calls, which are paid for, as soon as one context finds the database away.</summary>
    private async Task AskAllAsync(OpenContexts open, CancellationToken cancellationToken) =>
        await Task.WhenAll(open.Items.GroupBy(item => item.RevisionId).Select(async items =>
        {
            var loading = sources.LoadAsync(items.Key);
            var source = await loading.WaitAsync(cancellationToken);
            await Task.WhenAll(items.Select(item => item.ToJudge ? judging.JudgeAsync(open, item, source, cancellationToken) : asking.AskAsync(open, item, source, cancellationToken)));
            GC.KeepAlive(loading); // Until here, so that batches that come meanwhile find the text.
        }));
}
