using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Review.Second;

namespace SynthDataGen.Core.Data.Review.Second;

/// <summary>How far the reviewers of a workspace agree.</summary>
public sealed class AgreementRecords(IDbContextFactory<SynthDataGenDb> factory)
{
    /// <summary>Over all pairs that have two opinions now, however they were settled.</summary>
    public async Task<IReadOnlyList<Agreement>> ReadAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var counts = await db.SecondReviews.Where(s => s.WorkspaceId == workspaceId && s.SecondBy != null)
            .GroupBy(s => new { s.FirstBy, s.SecondBy, s.FirstAction, s.SecondAction })
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        return Agreement.Of(counts.Select(c => new VerdictCount(c.Key.FirstBy, c.Key.SecondBy!, c.Key.FirstAction, c.Key.SecondAction!.Value, c.Count)));
    }
}
