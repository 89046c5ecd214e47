using SynthDataGen.Core.Chunks;

namespace SynthDataGen.Core.Generation.Contexts;

/// <summary>Two chunks of a revision that share telling terms, by their ordinals; the rarer the terms, the greater the weight.</summary>
public sealed record Relation(int One, int Other, double Weight);

/// <summary>Joins related chunks of a revision that stand apart into multi-hop contexts.</summary>
public static class MultiHopPlanner
{
    /// <summary>Most chunks in one context.</summary>
    public const int MostChunks = 5;

    /// <summary>A chunk joins only if it is related at least so much of what the best one is.</summary>
    private const double Related = 0.5;

    /// <summary>
    /// Contexts of 2–5 chunks, no two of which touch, within <see cref="RecipeSettings.ContextTokens"/>: each around another chunk, with
    /// those that it shares most with. No two contexts hold the same chunks, and they are taken evenly from the whole document.
    /// </summary>
    /// <param name="chunks">Those of one revision.</param>
    /// <param name="relations">Which of them are related.</param>
    /// <param name="settings">Say how large a context may be, and how many there are to be.</param>
    /// <param name="others">How many contexts of consecutive chunks the revision has.</param>
    /// <param name="tokensPerEstimated">How many tokens the generator's model makes of one that we estimate.</param>
    public static IReadOnlyList<ContextSpan> Plan(
        IReadOnlyList<Chunk> chunks, IReadOnlyList<Relation> relations, RecipeSettings settings, int others, double tokensPerEstimated = 1)
    {
        ArgumentNullException.ThrowIfNull(chunks);
        ArgumentNullException.ThrowIfNull(relations);
        ArgumentNullException.ThrowIfNull(settings);
        var byOrdinal = chunks.ToDictionary(chunk => chunk.Ordinal);
        var relatives = relations.SelectMany(relation => new[] { relation, new Relation(relation.Other, relation.One, relation.Weight) }).ToLookup(relation => relation.One);
        var contexts = chunks.OrderBy(chunk => chunk.Ordinal)
            .Select(seed => Join(seed, relatives[seed.Ordinal], byOrdinal, settings.ContextTokens / tokensPerEstimated))
            .Where(joined => joined.Count > 1)
            .DistinctBy(joined => string.Join(',', joined.Select(chunk => chunk.Ordinal)))
            .ToList();
        var wanted = Math.Min(contexts.Count, Wanted(settings.MultiHopShare, others));
        return [.. Enumerable.Range(0, wanted).Select(i => ToSpan(contexts[(int)((long)i * contexts.Count / wanted)], tokensPerEstimated))];
    }

    /// <summary>So many that they are the given share of all contexts; no bound where there are to be no others.</summary>
    private static int Wanted(int share, int others) =>
        share >= RecipeSettings.MaxMultiHopShare ? int.MaxValue : (int)Math.Round((double)others * share / (RecipeSettings.MaxMultiHopShare - share));

    private static List<Chunk> Join(Chunk seed, IEnumerable<Relation> relations, Dictionary<int, Chunk> byOrdinal, double most)
    {
        var ranked = relations.OrderByDescending(relation => relation.Weight).ThenBy(relation => relation.Other).ToList();
        var joined = new List<Chunk> { seed };
        var tokens = seed.Tokens;
        foreach (var chunk in ranked.TakeWhile(relation => relation.Weight >= ranked[0].Weight * Related).Select(relation => byOrdinal[relation.Other]))
        {
            if (joined.Count < MostChunks && tokens + chunk.Tokens <= most && joined.TrueForAll(other => StandApart(other, chunk)))
            {
                joined.Add(chunk);
                tokens += chunk.Tokens;
            }
        }

        return [.. joined.OrderBy(chunk => chunk.Ordinal)];
    }

    private static bool StandApart(Chunk one, Chunk other) => Math.Abs(one.Ordinal - other.Ordinal) > 1;

    private static ContextSpan ToSpan(List<Chunk> chunks, double tokensPerEstimated)
    {
        var spans = chunks.ConvertAll(chunk => new ContextSpan(
            chunk.Ordinal, chunk.Ordinal, chunk.Start, chunk.End, (int)Math.Round(chunk.Tokens * tokensPerEstimated), chunk.HeadingPath, chunk.Header));
        return spans[0] with { Tokens = spans.Sum(span => span.Tokens), Further = spans[1..] };
    }
}
