using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Export;

namespace SynthDataGen.Core.Data.Export;

/// <summary>The export presets of a workspace.</summary>
public sealed class PresetRecords(IDbContextFactory<SynthDataGenDb> factory, TimeProvider time)
{
    public async Task<IReadOnlyList<ExportPreset>> ListAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.ExportPresets.AsNoTracking().Where(p => p.WorkspaceId == workspaceId).OrderBy(p => p.Name).ToListAsync(cancellationToken);
    }

    /// <summary>Saves settings under a name and replaces earlier ones.</summary>
    public async Task<ExportPreset> SaveAsync(Guid workspaceId, string name, ExportSettings settings, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        while (true)
        {
            if (await db.ExportPresets.SingleOrDefaultAsync(p => p.WorkspaceId == workspaceId && p.Name == name, cancellationToken) is { } known)
            {
                known.Settings = settings;
                await db.SaveChangesAsync(cancellationToken);
                return known;
            }

            var now = time.GetUtcNow();
            var preset = new ExportPreset { Id = Guid.CreateVersion7(now), WorkspaceId = workspaceId, Name = name, Settings = settings, CreatedAt = now };
            db.Add(preset);
            if (await db.SaveUnlessTakenAsync(cancellationToken))
            {
                return preset;
            }

            db.ChangeTracker.Clear(); // Somebody else was faster: update theirs.
        }
    }

    /// <summary>Deletes a preset; false: there is no such preset.</summary>
    public async Task<bool> DeleteAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.ExportPresets.Where(p => p.WorkspaceId == workspaceId && p.Id == id).ExecuteDeleteAsync(cancellationToken) == 1;
    }
}
