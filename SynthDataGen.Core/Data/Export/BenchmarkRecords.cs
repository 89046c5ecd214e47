using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Export.Contamination;
using SynthDataGen.Core.Storage;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Data.Export;

/// <summary>The benchmarks of a workspace: rows in the database, bytes in the store.</summary>
public sealed class BenchmarkRecords(IDbContextFactory<SynthDataGenDb> factory, IObjectStore store, TimeProvider time)
{
    public async Task<IReadOnlyList<Benchmark>> ListAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Benchmarks.AsNoTracking().Where(b => b.WorkspaceId == workspaceId).OrderBy(b => b.Name).ThenBy(b => b.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Those with these ids, in this order; deleted ones are missing.</summary>
    public async Task<IReadOnlyList<Benchmark>> FindAsync(Guid workspaceId, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var all = ids.Count == 0 ? [] : await ListAsync(workspaceId, cancellationToken);
        return [.. ids.Select(id => all.FirstOrDefault(b => b.Id == id)).OfType<Benchmark>()];
    }

    /// <summary>Saves a benchmark: its bytes first, so that no row lacks them. Null: it holds no text.</summary>
    /// <exception cref="FormatException">The content does not match its extension.</exception>
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

    /// <summary>Deletes a benchmark; false: there is no such benchmark. If the store fails, its bytes stay behind unseen.</summary>
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

    /// <summary>Loads a benchmark's texts.</summary>
    /// <exception cref="ExportException">The store no longer has it.</exception>
    public async Task<BenchmarkTexts> LoadAsync(Workspace workspace, Benchmark benchmark, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(benchmark);
        await using var stream = await store.OpenAsync(workspace.Bucket, StoreKeys.OfBenchmark(benchmark.Id), cancellationToken)
            ?? throw new ExportException($"The store no longer has the benchmark {benchmark.Name}. Upload it again, or leave it out.");
        using var content = new MemoryStream((int)benchmark.SizeBytes);
        await stream.CopyToAsync(content, cancellationToken);
        return BenchmarkTexts.Of(BenchmarkReader.Read(benchmark.Name, content.ToArray()));
    }
}
