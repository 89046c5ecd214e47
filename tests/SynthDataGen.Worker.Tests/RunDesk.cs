using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;
using SynthDataGen.Core.Workspaces;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests;

/// <summary>Starts runs, and sees what the workers made of them.</summary>
public sealed class RunDesk(Stack stack)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A run over these documents that asks the model, or with none the built-in generator, for two pairs per context.</summary>
    public async Task<Run> StartAsync(FakeOpenAI? model, IReadOnlyList<Guid> documentIds, int? maxPairs = null, int concurrency = 4, string? apiKey = null)
    {
        var generator = model is null
            ? await stack.Get<GeneratorRecords>().ChooseAsync(stack.Workspace.Id, Generator.ExtractiveName, null, Token)
            : await GeneratorAsync(model, concurrency, apiKey);
        return await StartAsync(generator!, documentIds, maxPairs: maxPairs);
    }

    public async Task<Run> StartAsync(Generator generator, IReadOnlyList<Guid> documentIds, decimal? budget = null, int? maxPairs = null, Guid? judge = null, bool exactly = false, int multiHopShare = 0)
    {
        var recipe = await stack.Get<RecipeRecords>().FindAsync(stack.Workspace.Id, null, Token);
        var now = TimeProvider.System.GetUtcNow();
        var run = new Run
        {
            Id = Guid.CreateVersion7(now),
            WorkspaceId = stack.Workspace.Id,
            RecipeId = recipe!.Id,
            GeneratorId = generator.Id,
            GeneratorName = generator.Name,
            Model = generator.Model,
            Recipe = recipe.Settings with { PairsPerContext = 2, MultiHopShare = multiHopShare },
            JudgeGeneratorId = judge,
            DocumentIds = documentIds,
            MaxPairs = maxPairs,
            Exactly = exactly,
            Budget = budget,
            StartedBy = "tester",
            StartedAt = now,
        };
        await stack.Get<RunRecords>().StartAsync(run, Token);
        return run;
    }

    /// <summary>A run like another, of the same generator, over another document, to its end.</summary>
    public async Task<RunRow> RepeatAsync(Run run, Guid documentId)
    {
        var now = TimeProvider.System.GetUtcNow();
        var again = new Run
        {
            Id = Guid.CreateVersion7(now),
            WorkspaceId = run.WorkspaceId,
            RecipeId = run.RecipeId,
            GeneratorId = run.GeneratorId,
            GeneratorName = run.GeneratorName,
            Model = run.Model,
            Recipe = run.Recipe,
            DocumentIds = [documentId],
            StartedBy = run.StartedBy,
            StartedAt = now,
        };
        await stack.Get<RunRecords>().StartAsync(again, Token);
        return await EndAsync(again);
    }

    public Task<List<RunItem>> ContextsAsync(Run run) =>
        stack.LookAsync(db => db.RunItems.AsNoTracking().Where(i => i.RunId == run.Id).OrderBy(i => i.Ordinal).ToListAsync(Token));

    /// <summary>What each of a run's contexts shows of its document.</summary>
    public async Task<Dictionary<Guid, string>> TextsAsync(Run run)
    {
        var contexts = await ContextsAsync(run);
        var revisions = contexts.Select(context => context.RevisionId).Distinct().ToList();
        var texts = await stack.LookAsync(db => db.RevisionTexts.AsNoTracking().Where(t => revisions.Contains(t.RevisionId)).ToDictionaryAsync(t => t.RevisionId, t => t.Text, Token));
        return contexts.ToDictionary(context => context.Id, context => texts[context.RevisionId][context.Start..context.End]);
    }

    /// <summary>A run to its end, whichever that is.</summary>
    public async Task<RunRow> FinishAsync(FakeOpenAI? model, Guid documentId, int? maxPairs = null, string? apiKey = null) =>
        await EndAsync(await StartAsync(model, [documentId], maxPairs, apiKey: apiKey));

    public Task<RunRow> EndAsync(Run run) => SeeAsync(run, row => row.Run.State is not (RunState.Planned or RunState.Running or RunState.Paused), "ended");

    public Task<RunRow> SeeAsync(Run run, Func<RunRow, bool> isWished, string wish) =>
        Eventually.SeeAsync(async token => (await stack.Get<RunRecords>().FindAsync(stack.Workspace.Id, run.Id, token))!, isWished, $"{wish}: the run");

    public Task<List<Pair>> PairsAsync(Run run) =>
        stack.LookAsync(db => db.Pairs.AsNoTracking().Where(p => p.RunId == run.Id).OrderBy(p => p.Context).ThenBy(p => p.Ordinal).ToListAsync(Token));

    public Task<List<ModelCall>> CallsAsync(Run run) =>
        stack.LookAsync(db => (from c in db.ModelCalls join i in db.RunItems on c.RunItemId equals i.Id where i.RunId == run.Id orderby i.Ordinal, c.Id select c)
            .AsNoTracking().ToListAsync(Token));

    /// <summary>Whether as many workers have work in hand at this moment.</summary>
    public Task AtWorkAsync(int workers) => Eventually.SeeAsync(
        _ => stack.LookAsync(db => db.Database.SqlQuery<int>($"SELECT count(DISTINCT instance_name)::int AS \"Value\" FROM qrtz_fired_triggers WHERE state = 'EXECUTING'").SingleAsync(Token)),
        seen => seen == workers,
        $"{workers} workers at work");

    public string Seal(string apiKey) => stack.Get<SecretBox>().Seal(apiKey);

    public async Task<Generator> GeneratorAsync(FakeOpenAI model, int concurrency, string? apiKey = null, Action<Generator>? change = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        var generator = new Generator
        {
            Id = Guid.CreateVersion7(now),
            WorkspaceId = stack.Workspace.Id,
            Name = $"model-{Guid.CreateVersion7()}",
            Endpoint = model.Address.ToString(),
            Model = "fake-model",
            Concurrency = concurrency,
            SealedApiKey = apiKey is null ? null : Seal(apiKey),
            CreatedAt = now,
        };
        change?.Invoke(generator);
        (await stack.Get<GeneratorRecords>().SaveAsync(generator, Token)).ShouldBeTrue();
        return generator;
    }
}
