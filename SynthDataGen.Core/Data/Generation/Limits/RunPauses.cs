using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Limits;

namespace SynthDataGen.Core.Data.Generation.Limits;

/// <summary>Pauses and resumes the runs of a failing generator, whether it writes pairs or judges them.</summary>
public sealed class RunPauses(IDbContextFactory<SynthDataGenDb> factory, WorkQueue work, IOptions<GenerationOptions> options, TimeProvider time)
{
    /// <summary>How long a generator rests when its runs resume: by then no worker continues with what it had when they were paused.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    /// <summary>Resumes the runs that a generator's failures paused, after one trial call.</summary>
    public Task ResumeAsync(Guid generatorId, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(db => ResumeAsync(db, generatorId, cancellationToken), cancellationToken);

    /// <inheritdoc cref="ResumeAsync(Guid, CancellationToken)"/>
    internal async Task ResumeAsync(SynthDataGenDb db, Guid generatorId, CancellationToken cancellationToken)
    {
        await TryAgainAsync(db, generatorId, cancellationToken);
        var paused = await db.Runs.FromSql($"SELECT * FROM runs WHERE (generator_id = {generatorId} OR judge_generator_id = {generatorId}) AND state = {nameof(RunState.Paused)} ORDER BY id FOR UPDATE")
            .ToListAsync(cancellationToken);
        foreach (var run in paused)
        {
            await db.ResumeAsync(work, run, time.GetUtcNow(), cancellationToken);
        }
    }

    /// <summary>Lets one trial call pass, whatever the state of the circuit.</summary>
    internal async Task TryAgainAsync(SynthDataGenDb db, Guid generatorId, CancellationToken cancellationToken)
    {
        if (!await db.Generators.AnyAsync(g => g.Id == generatorId, cancellationToken))
        {
            return;
        }

        var limits = await LimitRecords.LockAsync(db, generatorId, cancellationToken);
        if (limits.State.Circuit.OpenUntil is not null)
        {
            var clock = await LimitRecords.ReadClockAsync(db, cancellationToken);
            limits.State = limits.State with { Circuit = limits.State.Circuit.HalfOpen(options.Value.CircuitFailures), RetryAt = clock.Now + Settling };
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Pauses the generator's runs until its circuit allows a trial call, and schedules that.</summary>
    internal async Task PauseAsync(SynthDataGenDb db, Generator generator, Circuit circuit, CancellationToken cancellationToken)
    {
        DateTimeOffset? resumesAt = circuit.OpenUntil == DateTimeOffset.MaxValue ? null : circuit.OpenUntil;
        var running = await db.Runs.FromSql($"SELECT * FROM runs WHERE (generator_id = {generator.Id} OR judge_generator_id = {generator.Id}) AND state = {nameof(RunState.Running)} ORDER BY id FOR UPDATE")
            .ToListAsync(cancellationToken);
        foreach (var run in running)
        {
            (run.State, run.PauseReason, run.ResumesAt) = (RunState.Paused, circuit.Reason, resumesAt);
            await db.NotifyAsync(run.WorkspaceId, ChangeNote.Run, run.Id, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        if (running.Count > 0 && resumesAt is { } at)
        {
            await work.AddAsync(db, WorkKinds.ResumeRuns, [generator.Id.ToString()], cancellationToken, at);
        }
    }
}
