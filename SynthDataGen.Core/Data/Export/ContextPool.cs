using SynthDataGen.Core.Export;
using SynthDataGen.Core.Export.Building;
using SynthDataGen.Core.Export.Planning;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Export;

/// <summary>The contexts of a snapshot's pairs, to draw distractors from.</summary>
internal sealed class ContextPool(SynthDataGenDb db, IQueryable<Pair> pairs)
{
    /// <summary>The most contexts of a part.</summary>
    private const int Most = 1_000;

    /// <summary>Draws up to a thousand contexts of each part, by their ids and the seed. Every context belongs to one part.</summary>
    public async Task<DistractorPool> DrawAsync(ExportPlan plan, int seed, CancellationToken cancellationToken)
    {
        var drawn = await ListAsync(plan, seed, cancellationToken);
        var texts = await new ContextTexts(db).FindAsync(drawn.SelectMany(part => part.Value).Select(context => context.RunItemId), cancellationToken);
        return new(
            drawn.ToDictionary(part => part.Key, part => (IReadOnlyList<PooledContext>)[.. part.Value
                .OrderBy(context => context.Hash).ThenBy(context => context.RunItemId)
                .Select(context => new PooledContext(context.RunId, context.Context, string.Join("\n\n", texts[context.RunItemId].Select(text => text.Text))))]),
            seed);
    }

    /// <summary>Takes those with the lowest hashes, so that their order does not matter.</summary>
    private async Task<Dictionary<Part, IEnumerable<Drawn>>> ListAsync(ExportPlan plan, int seed, CancellationToken cancellationToken)
    {
        var pools = Enum.GetValues<Part>().ToDictionary(part => part, _ => new PriorityQueue<Drawn, ulong>());
        var index = 0;
        var last = Guid.Empty;
        var columns = pairs.Select(p => new { p.RunItemId, p.RunId, p.Context });
        await foreach (var batch in ServerCursor.ReadAsync(db, columns, row => (Item: row.GetGuid(0), Run: row.GetGuid(1), Context: row.GetInt32(2)), Task.FromResult, cancellationToken))
        {
            foreach (var (item, run, context) in batch)
            {
                if (plan[index++].Part is { } part && item != last)
                {
                    Offer(pools[part], new(item, run, context, Chance.HashOf(item, seed)));
                    last = item;
                }
            }
        }

        return pools.ToDictionary(pool => pool.Key, pool => pool.Value.UnorderedItems.Select(item => item.Element));
    }

    /// <summary>Keeps the lowest; the highest of them leaves first.</summary>
    private static void Offer(PriorityQueue<Drawn, ulong> pool, Drawn offered)
    {
        if (pool.Count < Most)
        {
            pool.Enqueue(offered, ulong.MaxValue - offered.Hash);
        }
        else
        {
            pool.EnqueueDequeue(offered, ulong.MaxValue - offered.Hash);
        }
    }

    /// <summary>A context that can be drawn.</summary>
    private sealed record Drawn(Guid RunItemId, Guid RunId, int Context, ulong Hash);
}
