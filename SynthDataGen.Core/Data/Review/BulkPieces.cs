using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Data.Review.Second;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Review;

/// <summary>The pieces of a bulk decision: each changes some pairs in one statement and appends a decision for each of them.</summary>
public sealed class BulkPieces(TimeProvider time)
{
    /// <summary>Pairs in one piece.</summary>
    public const int Most = 5_000;

    /// <summary>The pairs that it covers: those that matched when it was requested and that nobody has decided on since.</summary>
    internal static IQueryable<Pair> Matching(SynthDataGenDb db, BulkDecision bulk) =>
        bulk.Query.Of(db, bulk.WorkspaceId).Where(p => p.CreatedAt <= bulk.At && (p.DecidedAt == null || p.DecidedAt <= bulk.At));

    /// <summary>Does or undoes the next piece.</summary>
    internal Task DoAsync(SynthDataGenDb db, BulkDecision bulk, CancellationToken cancellationToken) =>
        bulk.State == BulkState.Undoing ? UndoNextAsync(db, bulk, cancellationToken) : DecideNextAsync(db, bulk, cancellationToken);

    /// <summary>Decides on these pairs, and returns how many it changed; pairs already decided so do not count.</summary>
    internal async Task<int> DecideAsync(SynthDataGenDb db, BulkDecision bulk, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var decisions = new List<Decision>();
        var pairs = await LockAsync(db, ids, cancellationToken);
        var seconds = await PieceReviews.LoadAsync(db, bulk, ids, cancellationToken);
        foreach (var pair in pairs.Where(p => IsAsAsked(p, bulk) && seconds.MayDecide(p.Id, p.Status)))
        {
            if (bulk.Change(new(pair.Status, Tags: pair.Tags) { Assignee = pair.Assignee ?? "" }) is { } after)
            {
                var made = NewDecision(bulk, bulk.Action, pair, after, now, seconds.IsOpinion(pair.Id, pair.Status));
                seconds.Take(made);
                decisions.Add(made);
            }
        }

        await SaveAsync(db, decisions, bulk.By, now, cancellationToken);
        await db.NotifyAsync(bulk.WorkspaceId, ChangeNote.Pair, null, cancellationToken);
        return decisions.Count;
    }

    /// <summary>Whether the pair is unchanged: somebody whose clock is behind may have decided before the lock was taken.</summary>
    private static bool IsAsAsked(PairState pair, BulkDecision bulk) =>
        (pair.DecidedAt is null || pair.DecidedAt <= bulk.At) && (bulk.Query.Status is null || bulk.Query.Status == pair.Status);

    private async Task DecideNextAsync(SynthDataGenDb db, BulkDecision bulk, CancellationToken cancellationToken)
    {
        var fitting = Matching(db, bulk);
        var ids = await (bulk.Cursor is { } cursor ? fitting.Where(p => p.Id > cursor) : fitting).OrderBy(p => p.Id).Take(Most).Select(p => p.Id).ToListAsync(cancellationToken);
        bulk.Advance(ids.Count < Most ? null : ids[^1], await DecideAsync(db, bulk, ids, cancellationToken));
    }

    private async Task UndoNextAsync(SynthDataGenDb db, BulkDecision bulk, CancellationToken cancellationToken)
    {
        var made = db.Decisions.Where(d => d.BulkId == bulk.Id && d.Action != DecisionAction.Undo);
        var piece = await (bulk.Cursor is { } cursor ? made.Where(d => d.Id > cursor) : made).OrderBy(d => d.Id).Take(Most).AsNoTracking().ToListAsync(cancellationToken);
        var standing = piece.Where(d => !d.Undone).ToDictionary(d => d.PairId);
        var pairs = await LockAsync(db, [.. standing.Keys.Order()], cancellationToken);
        var seconds = await PieceReviews.LoadAsync(db, bulk, [.. standing.Keys], cancellationToken);
        var untouched = pairs.Select(p => (Pair: p, Made: standing[p.Id])).Where(found => found.Pair.Version == found.Made.Version && seconds.MayUndo(found.Made)).ToList();
        var now = time.GetUtcNow();
        await SaveAsync(db, [.. untouched.Select(found => NewDecision(bulk, DecisionAction.Undo, found.Pair, found.Made.Before, now, found.Made.Opinion))], bulk.By, now, cancellationToken);
        untouched.ForEach(found => seconds.TakeBack(found.Made));
        var undone = untouched.Select(found => found.Made.Id).ToArray();
        await db.Decisions.Where(d => undone.Contains(d.Id)).ExecuteUpdateAsync(set => set.SetProperty(d => d.Undone, true), cancellationToken);
        await db.NotifyAsync(bulk.WorkspaceId, ChangeNote.Pair, null, cancellationToken);
        bulk.Advance(piece.Count < Most ? null : piece[^1].Id, undone.Length);
    }

    /// <summary>Locks pairs in the order of their ids, as all code that changes several pairs does.</summary>
    private static Task<List<PairState>> LockAsync(SynthDataGenDb db, IReadOnlyList<Guid> ids, CancellationToken cancellationToken) =>
        db.Pairs.FromSql($"SELECT * FROM pairs WHERE id = ANY ({ids.ToArray()}) ORDER BY id FOR UPDATE").AsNoTracking()
            .Select(p => new PairState(p.Id, p.Status, p.Version, p.Tags, p.Assignee, p.DecidedAt)).ToListAsync(cancellationToken);

    private static Decision NewDecision(BulkDecision bulk, DecisionAction action, PairState pair, PairContent after, DateTimeOffset now, bool opinion) => new()
    {
        Id = Guid.CreateVersion7(now),
        PairId = pair.Id,
        At = now,
        By = bulk.By,
        Action = action,
        Reason = action == DecisionAction.Undo ? null : bulk.Reason,
        Before = new(pair.Status, Tags: after.Tags is null ? null : pair.Tags) { Assignee = after.Assignee is null ? null : pair.Assignee ?? "" },
        After = after,
        Version = pair.Version + 1,
        BulkId = bulk.Id,
        Opinion = opinion,
    };

    /// <summary>Applies the decisions to their pairs. Tags are passed as JSON, since arrays in an array must all have one length.</summary>
    private static async Task SaveAsync(SynthDataGenDb db, IReadOnlyList<Decision> decisions, string by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE pairs SET status = made.status, version = made.version,
                tags = CASE WHEN made.tags IS NULL THEN pairs.tags ELSE ARRAY(SELECT jsonb_array_elements_text(made.tags::jsonb)) END,
                assignee = CASE WHEN made.assignee IS NULL THEN pairs.assignee ELSE nullif(made.assignee, '') END,
                decided_by = CASE WHEN made.sorts THEN pairs.decided_by WHEN made.status <> {nameof(PairStatus.Pending)} THEN {by} END,
                decided_at = CASE WHEN made.sorts THEN pairs.decided_at WHEN made.status <> {nameof(PairStatus.Pending)} THEN {now} END
            FROM unnest(
                {decisions.Select(d => d.PairId).ToArray()}, {decisions.Select(d => d.Leaves.ToString()).ToArray()}, {decisions.Select(d => d.Version).ToArray()},
                {decisions.Select(d => d.After.Tags is null ? null : JsonSerializer.Serialize(d.After.Tags)).ToArray()},
                {decisions.Select(d => d.After.Assignee).ToArray()}, {decisions.Select(d => d.After.OnlySorts).ToArray()}) AS made (id, status, version, tags, assignee, sorts)
            WHERE pairs.id = made.id
            """,
            cancellationToken);
        await db.CopyAsync(decisions, cancellationToken);
    }

    /// <summary>The part of a pair that bulk decisions need.</summary>
    private sealed record PairState(Guid Id, PairStatus Status, int Version, IReadOnlyList<string> Tags, string? Assignee, DateTimeOffset? DecidedAt);
}
