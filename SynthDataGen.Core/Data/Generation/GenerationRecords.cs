using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Asking;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Generation;

/// <summary>A run's contexts that are still to be asked about, and with whom.</summary>
public sealed record OpenContexts(Run Run, Generator? Generator, IReadOnlyList<RunItem> Items);

/// <summary>The text that a context is cut from.</summary>
public sealed record SourceText(string DocumentKey, RevisionText Text);

/// <summary>What the generation job loads and saves.</summary>
public sealed class GenerationRecords(IDbContextFactory<SynthDataGenDb> factory, TimeProvider time)
{
    /// <summary>The pending contexts of a batch; null where the run is no longer running.</summary>
    public async Task<OpenContexts?> LoadAsync(ContextBatch batch, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var run = await db.Runs.AsNoTracking().SingleOrDefaultAsync(r => r.Id == batch.RunId && r.State == RunState.Running, cancellationToken);
        if (run is null)
        {
            return null;
        }

        var generator = await db.Generators.AsNoTracking().SingleOrDefaultAsync(g => g.Id == run.GeneratorId, cancellationToken);
        var items = await db.RunItems.AsNoTracking()
            .Where(i => i.RunId == batch.RunId && i.Ordinal >= batch.First && i.Ordinal <= batch.Last && i.State == RunItemState.Pending)
            .OrderBy(i => i.Ordinal).ToListAsync(cancellationToken);
        return new(run, generator, items);
    }

    public async Task<SourceText> LoadTextAsync(Guid revisionId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await (
            from t in db.RevisionTexts
            join r in db.Revisions on t.RevisionId equals r.Id
            join d in db.Documents on r.DocumentId equals d.Id
            where t.RevisionId == revisionId
            select new SourceText(d.Key, t)).AsNoTracking().SingleAsync(cancellationToken);
    }

    /// <summary>Whether a context is still to be asked about: its run goes on, and no other job ended it.</summary>
    public async Task<bool> IsOpenAsync(RunItem item, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await (
            from i in db.RunItems
            join r in db.Runs on i.RunId equals r.Id
            where i.Id == item.Id && i.State == RunItemState.Pending && r.State == RunState.Running
            select i).AnyAsync(cancellationToken);
    }

    /// <summary>The answers that this generator gave to a context.</summary>
    public ICallMemory MemoryOf(RunItem item, Generator generator) => new CallMemory(factory, time, item, generator);

    /// <summary>Saves the pairs of a context and ends it, once: where another job was first, nothing is saved.</summary>
    public Task SucceedAsync(Run run, RunItem item, MadePairs made, TemplateName template, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                var now = time.GetUtcNow();
                if (await EndAsync(db, item, RunItemState.Succeeded, null, null, now, cancellationToken))
                {
                    db.AddRange(made.Pairs.Select((pair, ordinal) => NewPair(run, item, pair, ordinal, made.Model, template, now)));
                    await db.SaveChangesAsync(cancellationToken);
                    await db.TellAsync(run.WorkspaceId, ChangeNote.Pair, null, cancellationToken);
                    await db.TellAsync(run.WorkspaceId, ChangeNote.Run, run.Id, cancellationToken);
                }
            },
            cancellationToken);

    /// <summary>Ends a context that yielded nothing, with its reason.</summary>
    public Task FailAsync(Run run, RunItem item, GeneratorException failure, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                await EndAsync(db, item, RunItemState.Failed, failure.Reason, failure.Message, time.GetUtcNow(), cancellationToken);
                await db.TellAsync(run.WorkspaceId, ChangeNote.Run, run.Id, cancellationToken);
            },
            cancellationToken);

    /// <summary>Ends the run if no context is pending any more.</summary>
    public Task CloseAsync(Run run, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                var now = time.GetUtcNow();

                // One statement, so that both looks at the contexts see the same: another job may end one in between.
                await db.Runs
                    .Where(r => r.Id == run.Id && r.State == RunState.Running && !db.RunItems.Any(i => i.RunId == run.Id && i.State == RunItemState.Pending))
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(
                                r => r.State,
                                r => db.RunItems.Any(i => i.RunId == r.Id && i.State == RunItemState.Failed) ? RunState.FinishedWithFailures : RunState.Finished)
                            .SetProperty(r => r.FinishedAt, now),
                        cancellationToken);
                await db.TellAsync(run.WorkspaceId, ChangeNote.Run, run.Id, cancellationToken);
            },
            cancellationToken);

    private static async Task<bool> EndAsync(
        SynthDataGenDb db, RunItem item, RunItemState state, string? reason, string? message, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.RunItems.Where(i => i.Id == item.Id && i.State == RunItemState.Pending).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.State, state)
                .SetProperty(i => i.FailureReason, reason)
                .SetProperty(i => i.FailureMessage, message)
                .SetProperty(i => i.UpdatedAt, now),
            cancellationToken) == 1;

    private static Pair NewPair(Run run, RunItem item, GroundedPair pair, int ordinal, string model, TemplateName template, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        WorkspaceId = run.WorkspaceId,
        DocumentId = item.DocumentId,
        RevisionId = item.RevisionId,
        RunId = run.Id,
        RunItemId = item.Id,
        Context = item.Ordinal,
        Ordinal = ordinal,
        Question = pair.Draft.Question,
        Answer = pair.Draft.Answer,
        Evidence = pair.Evidence,
        QuestionType = pair.Draft.QuestionType,
        Difficulty = pair.Draft.Difficulty,
        Persona = run.Recipe.Persona,
        Flags = pair.Flags,
        Judgement = pair.Judgement,
        JudgeScore = pair.Judgement?.Score,
        HeadingPath = item.HeadingPath,
        GeneratorName = run.GeneratorName,
        Model = model,
        Template = template.Name,
        TemplateVersion = template.Version,
        CreatedAt = now,
    };
}
