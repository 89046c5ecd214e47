using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Limits;

namespace SynthDataGen.Core.Data.Generation.Limits;

/// <summary>Where workers share the limits of a generator: one row, one worker at a time, by the database's clock.</summary>
public sealed class LimitRecords(IDbContextFactory<SynthDataGenDb> factory, RunPauses pauses, IOptions<GenerationOptions> options)
{
    /// <summary>Reports to the other workers and returns what this one may do; null where the generator was deleted.</summary>
    public Task<LimitGrant?> ExchangeAsync(Guid generatorId, Guid worker, LimitReport report, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                if (await db.Generators.AsNoTracking().SingleOrDefaultAsync(g => g.Id == generatorId, cancellationToken) is not { } generator)
                {
                    return null;
                }

                var limits = await LockAsync(db, generatorId, cancellationToken);
                var clock = await ReadClockAsync(db, cancellationToken);
                (limits.State, var grant) = limits.State.Exchange(SettingsOf(generator), worker, report, clock.Now, clock.UpSince);
                await db.SaveChangesAsync(cancellationToken);
                if (limits.State.Circuit is { } circuit && circuit.IsOpen(clock.Now))
                {
                    await pauses.PauseAsync(db, generator, circuit, cancellationToken);
                }

                return grant;
            },
            cancellationToken);

    /// <summary>Locks the generator's row, and creates it if there is none.</summary>
    internal static async Task<GeneratorLimits> LockAsync(SynthDataGenDb db, Guid generatorId, CancellationToken cancellationToken)
    {
        var found = db.GeneratorLimits.FromSql($"SELECT * FROM generator_limits WHERE generator_id = {generatorId} FOR UPDATE");
        if (await found.SingleOrDefaultAsync(cancellationToken) is { } limits)
        {
            return limits;
        }

        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO generator_limits (generator_id, state) VALUES ({generatorId}, jsonb_build_object()) ON CONFLICT DO NOTHING", cancellationToken);
        return await found.SingleAsync(cancellationToken);
    }

    /// <summary>The clock that all workers share.</summary>
    internal static Task<Clock> ReadClockAsync(SynthDataGenDb db, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<Clock>($"""SELECT clock_timestamp() AS "Now", pg_postmaster_start_time() AS "UpSince" """).SingleAsync(cancellationToken);

    private LimitSettings SettingsOf(Generator generator) => new(
        generator.Concurrency, generator.RequestsPerMinute, generator.TokensPerMinute, options.Value.CircuitFailures, options.Value.CircuitPause,
        options.Value.MaxDelay);

}

/// <summary>The database's time, and when it started.</summary>
internal sealed record Clock(DateTimeOffset Now, DateTimeOffset UpSince);
