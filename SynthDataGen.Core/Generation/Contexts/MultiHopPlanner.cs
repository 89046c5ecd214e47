using SynthDataGen.Core.Chunks;

namespace SynthDataGen.Core.Generation.Contexts;

/// <summary>Two chunks of a revision that share distinctive terms, by their ordinals; the closer the relation, the greater the weight.</summary>
public sealed record Relation(int One, int Other, double Weight);

/// <summary>Joins related but separate chunks of a revision into multi-hop contexts.</summary>
public static class MultiHopPlanner
{
    /// <summary>Most chunks in one context.</summary>
    public const int MostChunks = 5;

    /// <summary>A chunk joins only if its weight is at least this share of the best one.</summary>
    private const double Related = 0.6;

    /// <summary>
    /// Contexts of 2–5 chunks, no two of which touch, within <see cref="RecipeSettings.ContextTokens"/>: each is one
    /// chunk and those it is most related to. No two contexts have the same chunks; the closest of each stretch of the document are taken.
    /// </summary>
    /// <param name="chunks">The chunks of one revision.</param>
    /// <param name="relations">Their relations.</param>
    /// <param name="settings">They bound the size and the number of contexts.</param>
    /// <param name="others">How many contexts of consecutive chunks the revision has.</param>
    /// <param name="tokensPerEstimated">The model's tokens per estimated token.</param>
    public static IReadOnlyList<ContextSpan> Plan(
        IReadOnlyList<Chunk> chunks, IReadOnlyList<Relation> relations, RecipeSettings settings, int others, double tokensPerEstimated = 1)
    {
        ArgumentNullException.ThrowIfNull(chunks);
        ArgumentNullException.ThrowIfNull(relations);
        ArgumentNullException.ThrowIfNull(settings);
        var byOrdinal = chunks.ToDictionary(chunk => chunk.Ordinal);
        var relatives = relations.SelectMany(relation => new[] { relation, new Relation(relation.Other, relation.One, relation.Weight) }).ToLookup(relation => relation.One);
        var groups = chunks.OrderBy(chunk => chunk.Ordinal)
            .Select(seed => Join(seed, [.. relatives[seed.Ordinal].OrderByDescending(relation => relation.Weight).ThenBy(relation => relation.Other)], byOrdinal, settings.ContextTokens / tokensPerEstimated))
            .Where(group => group.Chunks.Count > 1)
            .DistinctBy(group => string.Join(',', group.Chunks.Select(chunk => chunk.Ordinal)))
            .ToList();
        var wanted = Math.Min(groups.Count, Wanted(settings.MultiHopShare, others));
        return [.. Enumerable.Range(0, wanted).Select(i => ToSpan(Closest(Stretch(groups, i, wanted)).Chunks, tokensPerEstimated))];
    }

    private static Group Closest(IEnumerable<Group> groups) => groups.MaxBy(group => group.Weight)!;

    /// <summary>One of several equal stretches of a list.</summary>
    private static IEnumerable<Group> Stretch(List<Group> groups, int i, int stretches) =>
        groups[(int)((long)i * groups.Count / stretches)..(int)((i + 1L) * groups.Count / stretches)];

    /// <summary>The number that is the given share of all contexts; unbounded if there are no others.</summary>
    private static int Wanted(int share, int others) =>
        share >= RecipeSettings.MaxMultiHopShare ? int.MaxValue : (int)Math.Round((double)others * share / (RecipeSettings.MaxMultiHopShare - share));

    private static Group Join(Chunk seed, List<Relation> ranked, Dictionary<int, Chunk> byOrdinal, double most)
    {
        var joined = new List<Chunk> { seed };
        var (tokens, weight) = (seed.Tokens, 0d);
        foreach (var relation in ranked.TakeWhile(relation => relation.Weight >= ranked[0].Weight * Related))
        {
            var chunk = byOrdinal[relation.Other];
            if (joined.Count < MostChunks && tokens + chunk.Tokens <= most && joined.TrueForAll(other => AreSeparate(other, chunk)))
            {
                joined.Add(chunk);
                tokens += chunk.Tokens;
                weight = Math.Max(weight, relation.Weight);
            }
        }

        return new([.. joined.OrderBy(chunk => chunk.Ordinal)], weight);
    }

    private static bool AreSeparate(Chunk one, Chunk other) => Math.Abs(one.Ordinal - other.Ordinal) > 1;

    private static ContextSpan ToSpan(List<Chunk> chunks, double tokensPerEstimated)
    {
        var spans = chunks.ConvertAll(chunk => new ContextSpan(
            chunk.Ordinal, chunk.Ordinal, chunk.Start, chunk.End, (int)Math.Round(chunk.Tokens * tokensPerEstimated), chunk.HeadingPath, chunk.Header));
        return spans[0] with { Tokens = spans.Sum(span => span.Tokens), Further = spans[1..] };
    }

    /// <summary>A chunk, those it is most related to, and the weight of its closest relation.</summary>
    private sealed record Group(List<Chunk> Chunks, double Weight);
}
