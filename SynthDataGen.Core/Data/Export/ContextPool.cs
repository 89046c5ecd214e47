using SynthDataGen.Core.Export;
using SynthDataGen.Core.Export.Building;
using SynthDataGen.Core.Export.Planning;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Export;

/// <summary>Contexts of a snapshot's pairs, to draw distractors from.</summary>
public sealed class ContextPool
{
    /// <summary>Most contexts of a part.</summary>
    private const int Most = 1_000;

    private readonly SynthDataGenDb db;
    private readonly IQueryable<Pair> pairs;

    internal ContextPool(SynthDataGenDb db, IQueryable<Pair> pairs) => (this.db, this.pairs) = (db, pairs);

    /// <summary>Draws up to a thousand contexts of each part, by their ids and the seed; none of them is one of another part.</summary>
    public async Task<DistractorPool> DrawAsync(ExportPlan plan, int seed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var drawn = await ListAsync(plan, seed, cancellationToken);
        var texts = await new ContextTexts(db).FindAsync(drawn.SelectMany(part => part.Value).Select(context => context.RunItemId), cancellationToken);
        return new(
            drawn.ToDictionary(part => part.Key, part => (IReadOnlyList<PooledContext>)[.. part.Value
                .OrderBy(context => context.Hash).ThenBy(context => context.RunItemId)
                .Select(context => new PooledContext(context.RunId, context.Context, string.Join("\n\n", texts[context.RunItemId].Select(text => text.Text))))]),
            seed);
    }

    /// <summary>Those with the lowest hashes, so that it does not matter in which order they come.</summary>
    private async Task<Dictionary<Part, IEnumerable<Drawn>>> ListAsync(ExportPlan plan, int seed, CancellationToken cancellationToken)
    {
        var pools = Enum.GetValues<Part>().ToDictionary(part => part, _ => new PriorityQueue<Drawn, ulong>());
        var place = 0;
        var last = Guid.Empty;
        var columns = pairs.Select(p => new { p.RunItemId, p.RunId, p.Context });
        await foreach (var batch in ServerCursor.ReadAsync(db, columns, row => (Item: row.GetGuid(0), Run: row.GetGuid(1), Context: row.GetInt32(2)), Task.FromResult, cancellationToken))
        {
            foreach (var (item, run, context) in batch)
            {
                if (plan[place++].Part is { } part && item != last)
                {
                    Offer(pools[part], new(item, run, context, Chance.HashOf(item, seed)));
                    last = item;
                }
            }
        }

        return pools.ToDictionary(pool => pool.Key, pool => pool.Value.UnorderedItems.Select(item => item.Element));
    }

    /// <summary>Keeps the lowest; the highest of them comes out first.</summary>
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

    /// <summary>A context that may be drawn.</summary>
    private sealed record Drawn(Guid RunItemId, Guid RunId, int Context, ulong Hash);
}
