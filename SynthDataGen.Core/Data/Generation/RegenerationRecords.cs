using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Generation.Saving;
using SynthDataGen.Core.Data.Review;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Asking;
using SynthDataGen.Core.Generation.Checks.Duplicates;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Generation;

/// <summary>A pair and the context it was written from.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Item">Its context.</param>
/// <param name="Run">The run that asked about it.</param>
/// <param name="Answers">The answers about the context so far.</param>
public sealed record PairOrigin(Pair Pair, RunItem Item, Run Run, IReadOnlyList<ModelCall> Answers);

/// <summary>Loads what is needed to write a pair again, and keeps the answers along with those of its context, to whose tokens they add.</summary>
public sealed class RegenerationRecords(IDbContextFactory<SynthDataGenDb> factory, AnswerSaving saving, PairPlacing placing)
{
    /// <summary>Where a pair came from; null: there is no such pair.</summary>
    public async Task<PairOrigin?> FindAsync(Guid workspaceId, Guid pairId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var found = await (
            from p in db.Pairs.AsNoTracking()
            join i in db.RunItems on p.RunItemId equals i.Id
            join r in db.Runs on i.RunId equals r.Id
            where p.WorkspaceId == workspaceId && p.Id == pairId
            select new { Pair = p, Item = i, Run = r }).SingleOrDefaultAsync(cancellationToken);
        return found is null
            ? null
            : new(found.Pair, found.Item, found.Run, await db.ModelCalls.AsNoTracking().Where(c => c.RunItemId == found.Item.Id && c.Round == found.Item.Round).ToListAsync(cancellationToken));
    }

    /// <summary>The answers about a pair's context.</summary>
    public ICallMemory MemoryOf(PairOrigin origin, Generator asked)
    {
        ArgumentNullException.ThrowIfNull(origin);
        return new CallMemory(saving, origin.Answers, origin.Item, asked, isJudge: false);
    }

    /// <summary>Whether a pair with this wording would be a duplicate of another one.</summary>
    public async Task<bool> IsDuplicateAsync(Pair pair, PairDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pair);
        ArgumentNullException.ThrowIfNull(draft);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await placing.FindClusterAsync(db, pair.WorkspaceId, ComparedPair.Of(pair.WorkspaceId, pair.Id, draft.Question, draft.Answer), cancellationToken) is not null;
    }
}
