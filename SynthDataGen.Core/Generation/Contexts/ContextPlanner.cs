using SynthDataGen.Core.Chunks;

namespace SynthDataGen.Core.Generation.Contexts;

/// <summary>Joins a revision's consecutive chunks into contexts. Every chunk except boilerplate is in exactly one, in order.</summary>
public static class ContextPlanner
{
    /// <summary>
    /// Fills contexts up to <see cref="RecipeSettings.ContextTokens"/>. Chunks of one section join freely; the next section
    /// joins only as a whole and only its parent or sibling, so that no context mixes subjects or splits a section to fill up.
    /// A chunk larger than the bound is a context of its own. Boilerplate is left out, and no context spans it. Text that
    /// chunks share is counted once: a context is one span of the text.
    /// </summary>
    /// <param name="chunks">The chunks of one revision.</param>
    /// <param name="settings">They bound the size of a context, in tokens of the generator's model.</param>
    /// <param name="tokensPerEstimated">The model's tokens per estimated token.</param>
    public static IReadOnlyList<ContextSpan> Plan(IReadOnlyList<Chunk> chunks, RecipeSettings settings, double tokensPerEstimated = 1)
    {
        ArgumentNullException.ThrowIfNull(chunks);
        ArgumentNullException.ThrowIfNull(settings);
        var ordered = chunks.Where(chunk => !chunk.Kind.IsBoilerplate()).OrderBy(chunk => chunk.Ordinal).ToArray();
        var sectionTokens = SectionTokens(ordered);
        var most = settings.ContextTokens / tokensPerEstimated;
        var contexts = new List<ContextSpan>();
        for (int first = 0, next; first < ordered.Length; first = next)
        {
            var tokens = ordered[first].Tokens;
            for (next = first + 1; next < ordered.Length && Touch(ordered[next - 1], ordered[next]); next++)
            {
                var sameSection = SamePath(ordered[next - 1], ordered[next]);
                var added = sameSection ? ordered[next].AddedTokens : sectionTokens[next];
                if (tokens + added > most || (!sameSection && !AreRelatives(ordered[next - 1], ordered[next])))
                {
                    break;
                }

                tokens += ordered[next].AddedTokens;
            }

            contexts.Add(Join(ordered[first..next], (int)Math.Round(tokens * tokensPerEstimated)));
        }

        return contexts;
    }

    /// <summary>For each chunk: the tokens from it to the end of its section.</summary>
    private static int[] SectionTokens(Chunk[] chunks)
    {
        var tokens = new int[chunks.Length];
        for (var i = chunks.Length - 1; i >= 0; i--)
        {
            var continues = i + 1 < chunks.Length && Touch(chunks[i], chunks[i + 1]) && SamePath(chunks[i], chunks[i + 1]);
            tokens[i] = chunks[i].AddedTokens + (continues ? tokens[i + 1] : 0);
        }

        return tokens;
    }

    private static bool Touch(Chunk one, Chunk next) => one.Ordinal + 1 == next.Ordinal;

    private static bool SamePath(Chunk one, Chunk other) => one.HeadingPath.SequenceEqual(other.HeadingPath, StringComparer.Ordinal);

    /// <summary>Parent and child, or two children of one parent. Two top-level headings have no parent.</summary>
    private static bool AreRelatives(Chunk one, Chunk other)
    {
        var shared = HeadingPaths.Shared(one.HeadingPath, other.HeadingPath);
        return shared > 0 && shared >= Math.Max(one.HeadingPath.Count, other.HeadingPath.Count) - 1;
    }

    private static ContextSpan Join(Chunk[] chunks, int tokens) => new(
        chunks[0].Ordinal, chunks[^1].Ordinal, chunks[0].Start, chunks[^1].End, tokens,
        HeadingPaths.Common(chunks.Select(chunk => chunk.HeadingPath)), chunks[0].Header);
}
