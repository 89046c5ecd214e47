using SynthDataGen.Core.Export.Planning;

namespace SynthDataGen.Core.Export.Building;

/// <summary>A context that can serve as a distractor.</summary>
public sealed record PooledContext(Guid RunId, int Context, string Text);

/// <summary>Draws distractors: contexts of the same part that a pair was not made from.</summary>
public sealed class DistractorPool(IReadOnlyDictionary<Part, IReadOnlyList<PooledContext>> parts, int seed)
{
    /// <summary>Adds up to a number of distractors to a pair, the same ones each time.</summary>
    public ExportedPair AddTo(ExportedPair pair, Part part, int count)
    {
        ArgumentNullException.ThrowIfNull(pair);
        return pair with { Distractors = Draw(pair, part, count) };
    }

    private IReadOnlyList<string> Draw(ExportedPair pair, Part part, int count)
    {
        var pool = parts[part];
        if (pool.Count <= count)
        {
            return [.. pool.Where(context => IsOther(context, pair)).Select(context => context.Text)];
        }

        // A step that has no common divisor with the count visits the whole pool before it returns to a place.
        var hash = Chance.HashOf(pair.Id, seed);
        var step = StepOf(pool.Count, (int)((hash >> 32) % (ulong)pool.Count));
        var first = (long)(hash % (ulong)pool.Count);
        return [.. Enumerable.Range(0, pool.Count).Select(i => pool[(int)((first + (long)i * step) % pool.Count)])
            .Where(context => IsOther(context, pair)).Take(count).Select(context => context.Text)];
    }

    private static bool IsOther(PooledContext context, ExportedPair pair) => (context.RunId, context.Context) != (pair.RunId, pair.Context);

    private static int StepOf(int count, int wish)
    {
        var step = Math.Max(1, wish);
        while (Divisor(step, count) != 1)
        {
            step++;
        }

        return step;
    }

    private static int Divisor(int a, int b) => b == 0 ? a : Divisor(b, a % b);
}
