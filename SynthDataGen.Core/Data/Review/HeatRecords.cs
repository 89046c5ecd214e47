using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Review;

/// <summary>One chunk, and what was made of it.</summary>
/// <param name="Asked">Whether a generator has seen it.</param>
/// <param name="Pairs">Pairs whose evidence begins in it.</param>
/// <param name="Approved">Those of them that are approved.</param>
public sealed record ChunkUse(int Ordinal, int Start, int PageFrom, IReadOnlyList<string> HeadingPath, ChunkKind Kind, bool Asked, int Pairs, int Approved);

/// <summary>Where in a document pairs come from.</summary>
public sealed class HeatRecords(IDbContextFactory<SynthDataGenDb> factory)
{
    /// <summary>The chunks of the document's current revision, in order; null where there is no such document, or it has not been read.</summary>
    public async Task<IReadOnlyList<ChunkUse>?> ReadAsync(Guid workspaceId, Guid documentId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var revision = await db.Documents.Where(d => d.WorkspaceId == workspaceId && d.Id == documentId).Select(d => d.RevisionId).SingleOrDefaultAsync(cancellationToken);
        if (revision is null)
        {
            return null;
        }

        var chunks = await db.Chunks.AsNoTracking().Where(c => c.RevisionId == revision).OrderBy(c => c.Ordinal).ToListAsync(cancellationToken);
        var pairs = new Queue<PairBeginning>(await BeginningsAsync(db, revision.Value, cancellationToken));
        return [.. chunks.Select((chunk, index) =>
        {
            var own = Before(pairs, index + 1 < chunks.Count ? chunks[index + 1].Start : int.MaxValue);
            return new ChunkUse(
                chunk.Ordinal, chunk.Start, chunk.PageFrom, chunk.HeadingPath, chunk.Kind, chunk.InContext, own.Count, own.Count(pair => pair.Approved));
        })];
    }

    /// <summary>Takes those that begin before a place.</summary>
    private static List<PairBeginning> Before(Queue<PairBeginning> pairs, int place)
    {
        var taken = new List<PairBeginning>();
        while (pairs.TryPeek(out var next) && next.Start < place)
        {
            taken.Add(pairs.Dequeue());
        }

        return taken;
    }

    private static Task<List<PairBeginning>> BeginningsAsync(SynthDataGenDb db, Guid revisionId, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<PairBeginning>(
            $"""
            SELECT (evidence->0->>'start')::int AS "Start", status = {nameof(PairStatus.Approved)} AS "Approved" FROM pairs
            WHERE document_id = (SELECT document_id FROM revisions WHERE id = {revisionId}) AND revision_id = {revisionId} AND jsonb_array_length(evidence) > 0
            ORDER BY 1
            """).ToListAsync(cancellationToken);

    private sealed record PairBeginning(int Start, bool Approved);
}
