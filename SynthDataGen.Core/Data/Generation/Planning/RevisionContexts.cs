using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Contexts;

namespace SynthDataGen.Core.Data.Generation.Planning;

/// <summary>A revision's contexts, and how many of its chunks are left out as boilerplate.</summary>
public sealed record PlannedRevision(IReadOnlyList<ContextSpan> Contexts, int Skipped);

/// <summary>Divides a revision into contexts of consecutive chunks and, if the recipe asks for them, of related chunks that are apart.</summary>
public sealed class RevisionContexts(PlanRecords records, GenerationRecords texts, RelatedChunks related)
{
    /// <summary>Plans one revision.</summary>
    /// <param name="revisionId">The revision.</param>
    /// <param name="recipe">Says how large contexts are, and how many are multi-hop.</param>
    /// <param name="generator">Who is to be asked; null: it was taken away. The built-in one writes no multi-hop pairs.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<PlannedRevision> PlanAsync(Guid revisionId, RecipeSettings recipe, Generator? generator, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        var chunks = await records.ListChunksAsync(revisionId, cancellationToken);
        var scale = generator?.Calibration.TokensPerEstimated ?? 1;
        var contexts = ContextPlanner.Plan(chunks, recipe, scale);
        var skipped = chunks.Count(chunk => chunk.Kind.IsBoilerplate());
        if (recipe.MultiHopShare == 0 || generator?.Endpoint is null)
        {
            return new(contexts, skipped);
        }

        var source = await texts.LoadTextAsync(revisionId, cancellationToken);
        var relations = await related.FindAsync(source.Text.Text, chunks, cancellationToken);
        var joined = MultiHopPlanner.Plan(chunks, relations, recipe, contexts.Count, scale);
        return new(recipe.MultiHopShare == RecipeSettings.MaxMultiHopShare ? joined : [.. contexts.Concat(joined).OrderBy(context => context.FirstChunk)], skipped);
    }
}

/// <summary>Choosing a few from many.</summary>
internal static class Samples
{
    /// <summary>At most this many of a list, evenly from first to last.</summary>
    public static IReadOnlyList<T> Sample<T>(this IReadOnlyList<T> all, int most) =>
        all.Count <= most ? all : [.. Enumerable.Range(0, most).Select(i => all[(int)((long)i * all.Count / most)])];
}
