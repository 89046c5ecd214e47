using System.Data;
using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Export;

/// <summary>Which pairs an export is about.</summary>
/// <param name="WorkspaceId">Whose.</param>
/// <param name="Query">Which of them.</param>
/// <param name="TakesRejected">Whether rejected ones count too where the query names no status; else only approved ones do.</param>
/// <param name="TakesAll">Whether all count where the query names no status.</param>
/// <param name="OnlyEdited">Whether only those count whose answers people changed.</param>
public sealed record Selection(Guid WorkspaceId, PairQuery Query, bool TakesRejected = false, bool TakesAll = false, bool OnlyEdited = false);

/// <summary>Opens what is to be exported.</summary>
public sealed class ExportSnapshots(IDbContextFactory<SynthDataGenDb> factory)
{
    /// <summary>Opens one consistent view: counts, pairs and all that belongs to them agree, whatever reviewers do meanwhile.</summary>
    public async Task<ExportSnapshot> OpenAsync(Selection selection, CancellationToken cancellationToken)
    {
        var db = await factory.CreateDbContextAsync(cancellationToken);
        try
        {
            db.Database.SetCommandTimeout(TimeSpan.Zero);
            await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            return new(db, selection);
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }
}
