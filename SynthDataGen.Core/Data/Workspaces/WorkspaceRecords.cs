using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Data.Workspaces;

/// <summary>The counts of one workspace.</summary>
public sealed record WorkspaceCounts(
    int Documents, int Ready, int Working, int Failed,
    long Extracted, long Chunked, long InContexts, long Chunks,
    int Runs, int ActiveRuns,
    long Pending, long Approved, long Rejected, long Flagged);

/// <summary>Finds, creates and counts workspaces.</summary>
public sealed class WorkspaceRecords(IDbContextFactory<SynthDataGenDb> factory, WorkQueue work, TimeProvider time)
{
    public async Task<Workspace?> FindAsync(string name, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Workspaces.AsNoTracking().SingleOrDefaultAsync(w => w.Name == name && w.DeletedAt == null, cancellationToken);
    }

    public async Task<Workspace?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Workspaces.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id && w.DeletedAt == null, cancellationToken);
    }

    /// <summary>Changes the title of a workspace and its settings for syncing, reading and reviewing; replaces its schedule.</summary>
    public Task<Workspace> UpdateAsync(
        Guid id, string title, SyncSettings sync, ReadingSettings reading, ReviewSettings review, CronSchedule? schedule, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                var workspace = await db.Workspaces.SingleAsync(w => w.Id == id, cancellationToken);
                (workspace.Title, workspace.Sync, workspace.Reading, workspace.Review) = (title, sync, reading, review);
                await db.SaveChangesAsync(cancellationToken);
                await work.ScheduleAsync(db, WorkKinds.SyncWorkspace, id.ToString(), schedule, cancellationToken);
                await db.NotifyAsync(id, ChangeNote.Workspace, id, cancellationToken);
                return workspace;
            },
            cancellationToken);

    /// <summary>Creates a workspace with its default recipe and the built-in generator; null where the name or the bucket is taken.</summary>
    public async Task<Workspace?> CreateAsync(string name, string title, string bucket, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var workspace = new Workspace { Id = Guid.CreateVersion7(now), Name = name, Title = title, Bucket = bucket, CreatedAt = now };
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        db.Add(workspace);
        db.Add(new Recipe { Id = Guid.CreateVersion7(now), WorkspaceId = workspace.Id, Name = Recipe.DefaultName, CreatedAt = now });
        db.Add(new Generator
        {
            Id = Guid.CreateVersion7(now),
            WorkspaceId = workspace.Id,
            Name = Generator.ExtractiveName,
            Model = Generator.ExtractiveModel,
            IsDefault = true,
            CreatedAt = now,
        });
        return await db.SaveUnlessTakenAsync(cancellationToken) ? workspace : null;
    }

    public async Task<WorkspaceCounts> CountAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var documents = await db.Documents.Where(d => d.WorkspaceId == workspaceId && d.Status != DocumentStatus.Deleted)
            .GroupBy(d => d.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var texts = await (
            from d in db.Documents
            join r in db.Revisions on d.RevisionId equals r.Id
            where d.WorkspaceId == workspaceId && d.Status != DocumentStatus.Deleted
            group r by 1 into all
            select new
            {
                Extracted = all.Sum(r => (long)r.ExtractedCharacters),
                Chunked = all.Sum(r => (long)r.ChunkedCharacters),
                InContexts = all.Sum(r => (long)r.ContextCharacters),
                Chunks = all.Sum(r => (long)r.Chunks),
            }).SingleOrDefaultAsync(cancellationToken);
        var runs = await db.Runs.Where(r => r.WorkspaceId == workspaceId)
            .GroupBy(r => r.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var pairs = await db.PairTallies.Where(t => t.WorkspaceId == workspaceId)
            .GroupBy(t => new { t.Status, t.Flagged }).Select(g => new { g.Key.Status, g.Key.Flagged, Count = g.Sum(t => t.Count) })
            .ToListAsync(cancellationToken);
        long Pairs(PairStatus status) => pairs.Where(p => p.Status == status).Sum(p => p.Count);
        return new(
            documents.Values.Sum(),
            documents.GetValueOrDefault(DocumentStatus.Ready),
            documents.GetValueOrDefault(DocumentStatus.Discovered) + documents.GetValueOrDefault(DocumentStatus.Extracting),
            documents.GetValueOrDefault(DocumentStatus.Failed),
            texts?.Extracted ?? 0, texts?.Chunked ?? 0, texts?.InContexts ?? 0, texts?.Chunks ?? 0,
            runs.Values.Sum(),
            runs.GetValueOrDefault(RunState.Planned) + runs.GetValueOrDefault(RunState.Running),
            Pairs(PairStatus.Pending), Pairs(PairStatus.Approved), Pairs(PairStatus.Rejected),
            pairs.Where(p => p.Status == PairStatus.Pending && p.Flagged).Sum(p => p.Count));
    }
}
