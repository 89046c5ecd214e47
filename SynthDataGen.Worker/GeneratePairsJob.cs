using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Worker;

/// <summary>Asks for the pairs of some contexts, several at a time, and ends the run with the last of them.</summary>
internal sealed class GeneratePairsJob(GenerationRecords records, ContextAsking asking, JobSurroundings surroundings)
    : PieceJob(WorkKinds.GeneratePairs, surroundings)
{
    protected override async Task DoAsync(string piece, CancellationToken cancellationToken)
    {
        if (await records.LoadAsync(ContextBatch.Parse(piece), cancellationToken) is not { } open)
        {
            return;
        }

        foreach (var items in open.Items.GroupBy(item => item.RevisionId))
        {
            var source = await records.LoadTextAsync(items.Key, cancellationToken);
            await AskAsync(open, [.. items], source, cancellationToken);
        }

        await records.CloseAsync(open.Run, cancellationToken);
    }

    private async Task AskAsync(OpenContexts open, IReadOnlyList<RunItem> items, SourceText source, CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = ContextBatch.Size, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(items, parallel, async (item, token) =>
        {
            if (await records.IsRunningAsync(open.Run.Id, token))
            {
                await asking.AskAsync(open, item, source, token);
            }
        });
    }
}
