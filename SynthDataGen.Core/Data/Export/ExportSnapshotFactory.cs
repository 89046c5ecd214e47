using System.Data;
using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Export;

/// <summary>The pairs that an export selects.</summary>
/// <param name="WorkspaceId">Their workspace.</param>
/// <param name="Query">The filter.</param>
/// <param name="TakesRejected">Whether rejected pairs count too if the query names no status; otherwise only approved ones do.</param>
/// <param name="TakesAll">Whether all pairs count if the query names no status.</param>
/// <param name="OnlyEdited">Whether only pairs count whose answers people changed.</param>
public sealed record Selection(Guid WorkspaceId, PairQuery Query, bool TakesRejected = false, bool TakesAll = false, bool OnlyEdited = false);

/// <summary>Opens snapshots of pairs.</summary>
public sealed class ExportSnapshotFactory(IDbContextFactory<SynthDataGenDb> factory)
{
    /// <summary>Opens one consistent view: counts, pairs and everything that belongs to them agree, whatever reviewers do in the meantime.</summary>
    public async Task<ExportSnapshot> OpenAsync(Selection selection, CancellationToken cancellationToken)
    {
        var isOpen = false;
        var db = await factory.CreateDbContextAsync(cancellationToken);
        try
        {
            db.Database.SetCommandTimeout(TimeSpan.Zero);
            await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            isOpen = true;
            return new(db, selection);
        }
        finally
        {
            if (!isOpen)
            {
                await db.DisposeAsync();
            }
        }
    }
}
