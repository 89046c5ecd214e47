using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Core.Data.Export;

/// <summary>Cuts contexts out of their revisions. Pairs of one document are consecutive, so a few texts in memory are enough.</summary>
internal sealed class ContextTexts(SynthDataGenDb db)
{
    private const int MostTexts = 4;

    private readonly Dictionary<Guid, string> texts = [];
    private readonly Queue<Guid> oldest = [];

    /// <summary>Adds the contexts that the generators were shown to the pairs.</summary>
    public async Task<IReadOnlyList<ExportedPair>> AddAsync(IReadOnlyList<(ExportedPair Pair, Guid RunItemId)> rows, CancellationToken cancellationToken)
    {
        var contexts = await FindAsync(rows.Select(row => row.RunItemId), cancellationToken);
        return [.. rows.Select(row => row.Pair with { ContextTexts = contexts[row.RunItemId] })];
    }

    /// <summary>Finds the stretches of these contexts.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<ContextText>>> FindAsync(IEnumerable<Guid> runItems, CancellationToken cancellationToken)
    {
        var ids = runItems.Distinct().ToArray();
        var items = await db.RunItems.AsNoTracking().Where(i => ids.Contains(i.Id)).OrderBy(i => i.RevisionId).ThenBy(i => i.Ordinal).ToListAsync(cancellationToken);
        var found = new Dictionary<Guid, IReadOnlyList<ContextText>>();
        foreach (var item in items)
        {
            found[item.Id] = Cut(await LoadAsync(item.RevisionId, cancellationToken), item);
        }

        return found;
    }

    private static ContextText[] Cut(string text, RunItem item) =>
        [.. item.Further.Select(span => (span.Start, span.End)).Prepend((item.Start, item.End)).Order().Select(span => new ContextText(span.Start, text[span.Start..span.End]))];

    private async Task<string> LoadAsync(Guid revisionId, CancellationToken cancellationToken)
    {
        if (texts.TryGetValue(revisionId, out var known))
        {
            return known;
        }

        if (texts.Count == MostTexts)
        {
            texts.Remove(oldest.Dequeue());
        }

        oldest.Enqueue(revisionId);
        return texts[revisionId] = await db.RevisionTexts.Where(t => t.RevisionId == revisionId).Select(t => t.Text).SingleAsync(cancellationToken);
    }
}
