using System.Data;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Review;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Export;

/// <summary>Pairs of a workspace as of one moment, read as they are asked for.</summary>
public sealed class ExportedPairs : IAsyncDisposable
{
    private readonly SynthDataGenDb db;

    internal ExportedPairs(SynthDataGenDb db, long count, IAsyncEnumerable<PairRow> rows) => (this.db, Count, Rows) = (db, count, rows);

    /// <summary>How many there are.</summary>
    public long Count { get; }

    /// <summary>The pairs in the order they were made; to be read once.</summary>
    public IAsyncEnumerable<PairRow> Rows { get; }

    public ValueTask DisposeAsync() => db.DisposeAsync();
}

/// <summary>Reading what is to be exported.</summary>
public sealed class ExportRecords(IDbContextFactory<SynthDataGenDb> factory)
{
    /// <summary>Opens one consistent view: the count and the pairs agree whatever reviewers do meanwhile.</summary>
    public async Task<ExportedPairs> OpenAsync(Guid workspaceId, PairQuery query, CancellationToken cancellationToken)
    {
        var db = await factory.CreateDbContextAsync(cancellationToken);
        try
        {
            await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            var pairs = query.Of(db, workspaceId).AsNoTracking();
            var count = await pairs.LongCountAsync(cancellationToken);
            return new(db, count, StreamAsync(db, pairs, cancellationToken));
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    private static async IAsyncEnumerable<PairRow> StreamAsync(
        SynthDataGenDb db, IQueryable<Pair> pairs, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var row in PairRecords.Rows(db, pairs).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return row;
        }
    }
}
