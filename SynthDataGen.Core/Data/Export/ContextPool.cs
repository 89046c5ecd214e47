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
        var drawn = await DrawIdsAsync(plan, seed, cancellationToken);
        var texts = await new ContextTexts(db).FindAsync(drawn.Values.SelectMany(part => part.Keys), cancellationToken);
        return new(
            drawn.ToDictionary(part => part.Key, part => (IReadOnlyList<PooledContext>)[.. part.Value
                .OrderBy(item => item.Value.Hash).ThenBy(item => item.Key)
                .Select(item => new PooledContext(item.Value.Run, item.Value.Context, string.Join("\n\n", texts[item.Key].Select(text => text.Text))))]),
            seed);
    }

    /// <summary>Those with the lowest hashes, so that it does not matter in which order they come.</summary>
    private async Task<Dictionary<Part, Dictionary<Guid, (ulong Hash, Guid Run, int Context)>>> DrawIdsAsync(ExportPlan plan, int seed, CancellationToken cancellationToken)
    {
        var pools = Enum.GetValues<Part>().ToDictionary(part => part, _ => new PriorityQueue<(Guid Item, ulong Hash, Guid Run, int Context), ulong>());
        var place = 0;
        var last = Guid.Empty;
        var columns = pairs.Select(p => new { p.RunItemId, p.RunId, p.Context });
        await foreach (var batch in ServerCursor.ReadAsync(db, columns, row => (Item: row.GetGuid(0), Run: row.GetGuid(1), Context: row.GetInt32(2)), Task.FromResult, cancellationToken))
        {
            foreach (var (item, run, context) in batch)
            {
                if (plan[place++].Part is { } part && item != last)
                {
                    Offer(pools[part], (item, Chance.HashOf(item, seed), run, context));
                    last = item;
                }
            }
        }

        return pools.ToDictionary(pool => pool.Key, pool => pool.Value.UnorderedItems.ToDictionary(i => i.Element.Item, i => (i.Element.Hash, i.Element.Run, i.Element.Context)));
    }

    /// <summary>Keeps the lowest; the highest of them comes out first.</summary>
    private static void Offer(PriorityQueue<(Guid Item, ulong Hash, Guid Run, int Context), ulong> pool, (Guid Item, ulong Hash, Guid Run, int Context) offered)
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
}
