using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Generation;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Generation;

/// <summary>Asks for the pairs of some contexts, several at a time, and ends the run with the last of them.</summary>
internal sealed class GeneratePairsJob(GenerationRecords records, DuplicateRecords duplicates, ContextAsking asking, GeneratorSlots slots, JobSurroundings surroundings)
    : PieceJob(WorkKinds.GeneratePairs, surroundings)
{
    protected override async Task DoAsync(string piece, CancellationToken cancellationToken)
    {
        var batch = ContextBatch.Parse(piece);
        if (await records.LoadAsync(batch, cancellationToken) is not { } open)
        {
            // Another batch may have ended the run before a lost job came to this.
            await duplicates.MarkAsync(batch, cancellationToken);
            return;
        }

        foreach (var items in open.Items.GroupBy(item => item.RevisionId))
        {
            var source = await records.LoadTextAsync(items.Key, cancellationToken);

            // Not Parallel: it would hang up all other calls, which are paid for, as soon as one context finds the database away.
            await Task.WhenAll(items.Select(item => AskAsync(open, item, source, cancellationToken)));
        }

        await duplicates.MarkAsync(batch, cancellationToken);
        await records.CloseAsync(open.Run, cancellationToken);
    }

    private async Task AskAsync(OpenContexts open, RunItem item, SourceText source, CancellationToken cancellationToken)
    {
        using var slot = open.Generator is { } generator ? await slots.TakeAsync(generator, cancellationToken) : null;

        // The run may have been cancelled while the context stood in line.
        if (await records.IsOpenAsync(item, cancellationToken))
        {
            await asking.AskAsync(open, item, source, cancellationToken);
        }
    }
}
