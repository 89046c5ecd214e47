using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Export.Contamination;
using SynthDataGen.Core.Storage;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Data.Export;

/// <summary>Benchmarks of a workspace: rows here, their bytes in the store.</summary>
public sealed class BenchmarkRecords(IDbContextFactory<SynthDataGenDb> factory, IObjectStore store, TimeProvider time)
{
    public async Task<IReadOnlyList<Benchmark>> ListAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Benchmarks.AsNoTracking().Where(b => b.WorkspaceId == workspaceId).OrderBy(b => b.Name).ThenBy(b => b.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Those with these ids, in their order; some may be gone.</summary>
    public async Task<IReadOnlyList<Benchmark>> FindAsync(Guid workspaceId, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var all = ids.Count == 0 ? [] : await ListAsync(workspaceId, cancellationToken);
        return [.. ids.Select(id => all.FirstOrDefault(b => b.Id == id)).OfType<Benchmark>()];
    }

    /// <summary>Keeps a benchmark: its bytes first, so that no row is without them. Null: it holds no text.</summary>
    /// <exception cref="FormatException">It is not what its name says.</exception>
    public async Task<Benchmark?> AddAsync(Workspace workspace, string name, byte[] content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var texts = BenchmarkTexts.Of(BenchmarkReader.Read(name, content)).Texts;
        if (texts == 0)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var benchmark = new Benchmark
        {
            Id = Guid.CreateVersion7(now),
            WorkspaceId = workspace.Id,
            Name = name,
            Texts = texts,
            SizeBytes = content.LongLength,
            Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)),
            CreatedAt = now,
        };
        using var stream = new MemoryStream(content, writable: false);
        await store.PutAsync(workspace.Bucket, StoreKeys.OfBenchmark(benchmark.Id), stream, "application/octet-stream", cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        db.Add(benchmark);
        await db.SaveChangesAsync(cancellationToken);
        return benchmark;
    }

    /// <summary>Deletes a benchmark; false where there is none. Where the store fails, its bytes are left behind, for nobody to see.</summary>
    public async Task<bool> DeleteAsync(Workspace workspace, Guid id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.Benchmarks.Where(b => b.WorkspaceId == workspace.Id && b.Id == id).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            return false;
        }

        await store.DeleteAsync(workspace.Bucket, StoreKeys.OfBenchmark(id), cancellationToken);
        return true;
    }

    /// <summary>Learns a benchmark's texts.</summary>
    /// <exception cref="ExportException">The store holds it no longer.</exception>
    public async Task<BenchmarkTexts> LoadAsync(Workspace workspace, Benchmark benchmark, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(benchmark);
        await using var stream = await store.OpenAsync(workspace.Bucket, StoreKeys.OfBenchmark(benchmark.Id), cancellationToken)
            ?? throw new ExportException($"The store no longer holds the benchmark {benchmark.Name}. Upload it again, or leave it out.");
        using var content = new MemoryStream((int)benchmark.SizeBytes);
        await stream.CopyToAsync(content, cancellationToken);
        return BenchmarkTexts.Of(BenchmarkReader.Read(benchmark.Name, content.ToArray()));
    }
}
