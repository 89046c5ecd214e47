using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Generation.Saving;
using SynthDataGen.Core.Data.Generation.Totals;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Asking;
using SynthDataGen.Core.Generation.Contexts;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Generation;

/// <summary>A run's contexts still to ask about, or whose pairs are to be judged, with the generators to ask and the answers so far.</summary>
/// <param name="Run">The run.</param>
/// <param name="Generator">Who writes the pairs; null: it was taken away.</param>
/// <param name="Judge">Who judges them; null: nobody is to, or it was taken away.</param>
/// <param name="Items">The contexts.</param>
/// <param name="Answers">What was answered already, by context.</param>
public sealed record OpenContexts(Run Run, Generator? Generator, Generator? Judge, IReadOnlyList<RunItem> Items, ILookup<Guid, ModelCall> Answers)
{
    /// <summary>Questions of earlier rounds, by the item that asked first.</summary>
    public ILookup<Guid, string> Questions { get; init; } = Enumerable.Empty<string>().ToLookup(_ => Guid.Empty);

    /// <summary>The questions already asked about a context.</summary>
    public IReadOnlyList<string> QuestionsOf(RunItem item) => item is { RepeatsId: { } first } ? [.. Questions[first]] : [];
}

/// <summary>The text from which contexts are cut.</summary>
public sealed record SourceText(string DocumentKey, RevisionText Text);

/// <summary>Loads and saves for the generation job.</summary>
public sealed class GenerationRecords(
    IDbContextFactory<SynthDataGenDb> factory, AnswerSaving answers, ContextSaving contexts, RunEnding ending, TimeProvider time)
{
    /// <summary>The contexts of a batch with something left to do; null where the run is not running, or was resumed with other batches since.</summary>
    public async Task<OpenContexts?> LoadAsync(ContextBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var run = await db.Runs.AsNoTracking()
            .SingleOrDefaultAsync(r => r.Id == batch.RunId && r.State == RunState.Running && r.Resumptions == batch.Resumptions, cancellationToken);
        if (run is null)
        {
            return null;
        }

        var generators = await db.Generators.AsNoTracking().Where(g => g.Id == run.GeneratorId || g.Id == run.JudgeGeneratorId).ToListAsync(cancellationToken);
        var items = await db.RunItems.AsNoTracking()
            .Where(i => i.RunId == batch.RunId && i.Ordinal >= batch.First && i.Ordinal <= batch.Last && (i.State == RunItemState.Pending || i.ToJudge))
            .OrderBy(i => i.Ordinal).ToListAsync(cancellationToken);
        var ids = items.Select(i => i.Id).ToArray();
        var calls = await (
            from c in db.ModelCalls.AsNoTracking()
            join i in db.RunItems on c.RunItemId equals i.Id
            where ids.Contains(i.Id) && c.Round == i.Round
            select c).ToListAsync(cancellationToken);
        return new(run, generators.Find(g => g.Id == run.GeneratorId), generators.Find(g => g.Id == run.JudgeGeneratorId), items, calls.ToLookup(c => c.RunItemId))
        {
            Questions = await ListQuestionsAsync(db, items, cancellationToken),
        };
    }

    /// <summary>The questions of earlier rounds, always in the order in which they were asked, so that a kept answer is found again.</summary>
    private static async Task<ILookup<Guid, string>> ListQuestionsAsync(SynthDataGenDb db, List<RunItem> items, CancellationToken cancellationToken)
    {
        var firsts = items.Select(i => i.RepeatsId).OfType<Guid>().Distinct().ToArray();
        if (firsts.Length == 0)
        {
            return Enumerable.Empty<string>().ToLookup(_ => Guid.Empty);
        }

        var questions = await (
            from i in db.RunItems
            join p in db.Pairs on i.Id equals p.RunItemId
            where firsts.Contains(i.Id) || (i.RepeatsId != null && firsts.Contains(i.RepeatsId.Value))
            orderby p.Context, p.Ordinal
            select new { First = i.RepeatsId ?? i.Id, p.Question }).ToListAsync(cancellationToken);
        return questions.ToLookup(q => q.First, q => q.Question);
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

    /// <summary>Whether a run is still running, and was not resumed with other batches since. A run over budget lets its last calls end.</summary>
    public async Task<bool> MayContinueAsync(Run run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Runs.AnyAsync(
            r => r.Id == run.Id && (r.State == RunState.Running || r.State == RunState.OverBudget) && r.Resumptions == run.Resumptions, cancellationToken);
    }

    /// <summary>The answers about a context, as known when its batch was loaded.</summary>
    public ICallMemory MemoryOf(OpenContexts open, RunItem item) => new CallMemory(answers, open.Answers[item.Id], item, open.Generator, isJudge: false);

    /// <summary>The judge's answers about a context's pairs. Their tokens are counted separately.</summary>
    public ICallMemory JudgeMemoryOf(OpenContexts open, RunItem item) => new CallMemory(answers, open.Answers[item.Id], item, open.Judge, isJudge: true);

    /// <summary>Saves the pairs of a context and ends it once: if another job was first, nothing is saved.</summary>
    public Task SucceedAsync(Run run, RunItem item, MadePairs made, TemplateName template)
    {
        ArgumentNullException.ThrowIfNull(made);
        var now = time.GetUtcNow();
        var pairs = made.Pairs.Select((pair, ordinal) => NewPair(run, item, pair, ordinal, made.Model, template, now));
        return contexts.EndAsync(new(run, item, [.. pairs], null) { JudgeFailure = made.JudgeFailure });
    }

    /// <summary>Ends a context that yielded no pairs, with the reason.</summary>
    public Task FailAsync(Run run, RunItem item, GeneratorException failure) => contexts.EndAsync(new(run, item, [], failure));

    /// <summary>Ends the run once no context is pending and no pair is left to judge, or schedules another round for missing pairs.</summary>
    public Task CloseAsync(Run run, CancellationToken cancellationToken) => ending.CloseAsync(run.Id, cancellationToken);

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
        HeadingPath = HeadingPaths.Common([item.HeadingPath, .. item.Further.Select(span => span.HeadingPath)]),
        GeneratorName = run.GeneratorName,
        Model = model,
        Template = template.Name,
        TemplateVersion = template.Version,
        CreatedAt = now,
    };
}
