using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Generation.Telemetry;

namespace SynthDataGen.Core.Data.Generation.Live;

/// <summary>Reads how much work is queued, and which generators have an open circuit.</summary>
public sealed class LevelRecords(IDbContextFactory<SynthDataGenDb> factory)
{
    public async Task<WorkLevels> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var now = await db.NowAsync(cancellationToken);
        var queues = await db.Database.SqlQuery<NamedCount>($"""SELECT job_name AS "Name", count(*)::int AS "Count" FROM qrtz_triggers GROUP BY job_name""")
            .ToListAsync(cancellationToken);
        var limits = await (from l in db.GeneratorLimits join g in db.Generators on l.GeneratorId equals g.Id select new { g.Name, l.State }).AsNoTracking()
            .ToListAsync(cancellationToken);

        // Workspaces may give their generators the same name.
        return new(
            queues.ToDictionary(queue => queue.Name, queue => queue.Count, StringComparer.Ordinal),
            limits.GroupBy(limit => limit.Name, StringComparer.Ordinal)
                .ToDictionary(named => named.Key, named => named.Any(limit => limit.State.Circuit.IsOpen(now)), StringComparer.Ordinal));
    }
}
