using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Export;

namespace SynthDataGen.Core.Data.Export;

/// <summary>
/// Records how workers build exports. Each method but the first names the build that it belongs to, and does nothing if the export was
/// cancelled, deleted or restarted since.
/// </summary>
public sealed class BuildRecords(IDbContextFactory<SynthDataGenDb> factory, TimeProvider time)
{
    /// <summary>Starts the build of an export, from the beginning if another worker had started it; null: there is nothing to build.</summary>
    public Task<DatasetExport?> BeginAsync(Guid id, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                if (await ExportRecords.LockAsync(db, id, cancellationToken) is not { IsOpen: true } export)
                {
                    return null;
                }

                export.Begin();
                await ExportRecords.SaveAsync(db, export, cancellationToken);
                return export;
            },
            cancellationToken);

    /// <summary>An export's state; null: it was deleted.</summary>
    public async Task<ExportState?> StateOfAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Exports.Where(e => e.Id == id).Select(e => (ExportState?)e.State).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Records what it will hold.</summary>
    public Task PlanAsync(DatasetExport building, ExportTally tally, CancellationToken cancellationToken) =>
        ChangeAsync(building, export => export.Plan(tally), cancellationToken);

    /// <summary>Records its progress; false: it was cancelled or deleted.</summary>
    public Task<bool> ProgressAsync(DatasetExport building, long written, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(building);
        return factory.InTransactionAsync(
            async db =>
            {
                var mine = db.Exports.Where(e => e.Id == building.Id && e.State == ExportState.Building && e.Build == building.Build);
                if (await mine.Where(e => e.Written != written).ExecuteUpdateAsync(set => set.SetProperty(e => e.Written, written), cancellationToken) > 0)
                {
                    await db.NotifyAsync(building.WorkspaceId, ChangeNote.Export, building.Id, cancellationToken);
                    return true;
                }

                return await mine.AnyAsync(cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Marks it as ready, with its files; false: it was cancelled or deleted.</summary>
    public Task<bool> FinishAsync(DatasetExport building, ExportTally tally, IReadOnlyList<ExportFile> files, CancellationToken cancellationToken) =>
        ChangeAsync(building, export => export.Finish(tally, files, time.GetUtcNow()), cancellationToken);

    /// <summary>Marks it as failed, with the reason in a sentence.</summary>
    public Task FailAsync(DatasetExport building, string sentence, CancellationToken cancellationToken) =>
        ChangeAsync(building, export => export.Fail(sentence, time.GetUtcNow()), cancellationToken);

    /// <summary>Puts it back into the queue.</summary>
    public Task PutBackAsync(DatasetExport building, CancellationToken cancellationToken) => ChangeAsync(building, export => export.Queue(), cancellationToken);

    private Task<bool> ChangeAsync(DatasetExport building, Action<DatasetExport> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(building);
        return factory.InTransactionAsync(
            async db =>
            {
                if (await ExportRecords.LockAsync(db, building.Id, cancellationToken) is not { State: ExportState.Building } export || export.Build != building.Build)
                {
                    return false;
                }

                change(export);
                await ExportRecords.SaveAsync(db, export, cancellationToken);
                return true;
            },
            cancellationToken);
    }
}
