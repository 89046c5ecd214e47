namespace SynthDataGen.Client.Generation;

/// <summary>Recipes, generators and runs.</summary>
public sealed class GenerationClient
{
    private readonly Wire wire;
    private readonly string recipes;
    private readonly string generators;
    private readonly string runs;

    internal GenerationClient(Wire wire, string workspacePath) =>
        (this.wire, recipes, generators, runs) = (wire, workspacePath + "recipes", workspacePath + "generators", workspacePath + "runs");

    /// <summary>The workspace's recipes by name.</summary>
    public Task<Page<Recipe>> ListRecipesAsync(CancellationToken cancellationToken = default) =>
        wire.GetAsync<Page<Recipe>>(recipes, cancellationToken);

    /// <summary>One recipe.</summary>
    public Task<Recipe> GetRecipeAsync(Guid id, CancellationToken cancellationToken = default) =>
        wire.GetAsync<Recipe>($"{recipes}/{id}", cancellationToken);

    /// <summary>Creates a recipe.</summary>
    public Task<Recipe> CreateRecipeAsync(NewRecipe recipe, CancellationToken cancellationToken = default) =>
        wire.PostAsync<Recipe>(recipes, recipe, cancellationToken);

    /// <summary>Replaces a recipe's settings; runs that were started keep theirs.</summary>
    public Task<Recipe> UpdateRecipeAsync(Guid id, NewRecipe recipe, CancellationToken cancellationToken = default) =>
        wire.SendAsync<Recipe>(HttpMethod.Put, $"{recipes}/{id}", recipe, cancellationToken);

    /// <summary>Deletes a recipe; the default one can't be deleted.</summary>
    public Task DeleteRecipeAsync(Guid id, CancellationToken cancellationToken = default) =>
        wire.SendAsync(HttpMethod.Delete, $"{recipes}/{id}", cancellationToken);

    /// <summary>Settings to begin a recipe with.</summary>
    public Task<Page<RecipePreset>> ListPresetsAsync(CancellationToken cancellationToken = default) =>
        wire.GetAsync<Page<RecipePreset>>($"{recipes}/presets", cancellationToken);

    /// <summary>The built-in prompt template.</summary>
    public Task<PromptTemplate> GetPromptAsync(CancellationToken cancellationToken = default) =>
        wire.GetAsync<PromptTemplate>($"{recipes}/prompt", cancellationToken);

    /// <summary>Tries settings on one context; what it writes is not saved.</summary>
    public Task<Trial> TryRecipeAsync(NewTrial trial, CancellationToken cancellationToken = default) =>
        wire.PostAsync<Trial>($"{recipes}/try", trial, cancellationToken);

    /// <summary>The workspace's generators by name; the built-in one is among them.</summary>
    public Task<Page<Generator>> ListGeneratorsAsync(CancellationToken cancellationToken = default) =>
        wire.GetAsync<Page<Generator>>(generators, cancellationToken);

    /// <summary>Creates a generator.</summary>
    public Task<Generator> CreateGeneratorAsync(NewGenerator generator, CancellationToken cancellationToken = default) =>
        wire.PostAsync<Generator>(generators, generator, cancellationToken);

    /// <summary>Changes a generator.</summary>
    public Task<Generator> UpdateGeneratorAsync(Guid id, NewGenerator generator, CancellationToken cancellationToken = default) =>
        wire.SendAsync<Generator>(HttpMethod.Put, $"{generators}/{id}", generator, cancellationToken);

    /// <summary>Deletes a generator; the built-in one can't be deleted.</summary>
    public Task DeleteGeneratorAsync(Guid id, CancellationToken cancellationToken = default) =>
        wire.SendAsync(HttpMethod.Delete, $"{generators}/{id}", cancellationToken);

    /// <summary>Makes one small call and reports the result.</summary>
    public Task<GeneratorTest> TestGeneratorAsync(Guid id, CancellationToken cancellationToken = default) =>
        wire.PostAsync<GeneratorTest>($"{generators}/{id}/test", null, cancellationToken);

    /// <summary>What a run would do and cost, without starting it.</summary>
    public Task<RunEstimate> EstimateRunAsync(NewRun run, CancellationToken cancellationToken = default) =>
        wire.PostAsync<RunEstimate>($"{runs}/estimate", run, cancellationToken);

    /// <summary>Starts a run.</summary>
    public Task<Run> StartRunAsync(NewRun run, CancellationToken cancellationToken = default) =>
        wire.PostAsync<Run>(runs, run, cancellationToken);

    /// <summary>Runs, newest first, a page at a time.</summary>
    public Task<Page<Run>> ListRunsAsync(string? after = null, int? limit = null, CancellationToken cancellationToken = default) =>
        wire.GetAsync<Page<Run>>(Wire.Query(runs, ("after", after), ("limit", limit)), cancellationToken);

    /// <summary>One run.</summary>
    public Task<Run> GetRunAsync(Guid id, CancellationToken cancellationToken = default) =>
        wire.GetAsync<Run>($"{runs}/{id}", cancellationToken);

    /// <summary>Stops a run; its pairs stay.</summary>
    public Task<Run> CancelRunAsync(Guid id, CancellationToken cancellationToken = default) =>
        wire.PostAsync<Run>($"{runs}/{id}/cancel", null, cancellationToken);

    /// <summary>Resumes a run that was cancelled, paused or over budget, and retries what failed.</summary>
    public Task<Run> ResumeRunAsync(Guid id, CancellationToken cancellationToken = default) =>
        wire.PostAsync<Run>($"{runs}/{id}/resume", null, cancellationToken);

    /// <summary>Resumes a run that was over budget with a new budget.</summary>
    public Task<Run> ResumeRunAsync(Guid id, decimal budget, CancellationToken cancellationToken = default) =>
        wire.PostAsync<Run>($"{runs}/{id}/resume", new ResumeRun(budget), cancellationToken);

    /// <summary>Judges the unjudged pairs of a run that has ended.</summary>
    /// <param name="id">The run.</param>
    /// <param name="generator">Who judges, by name; null: the run's judge, else the recipe's.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Run> JudgeRunAsync(Guid id, string? generator = null, CancellationToken cancellationToken = default) =>
        wire.PostAsync<Run>($"{runs}/{id}/judge", new JudgeRun(generator), cancellationToken);

    /// <summary>A run's results from several angles.</summary>
    public Task<RunReport> GetReportAsync(Guid id, CancellationToken cancellationToken = default) =>
        wire.GetAsync<RunReport>($"{runs}/{id}/report", cancellationToken);

    /// <summary>A run's failed contexts, a page at a time.</summary>
    public Task<Page<FailedContext>> ListFailuresAsync(Guid id, string? after = null, int? limit = null, CancellationToken cancellationToken = default) =>
        wire.GetAsync<Page<FailedContext>>(Wire.Query($"{runs}/{id}/failures", ("after", after), ("limit", limit)), cancellationToken);

    /// <summary>Retries one failed context.</summary>
    public Task RetryFailureAsync(Guid id, Guid context, CancellationToken cancellationToken = default) =>
        wire.SendAsync(HttpMethod.Post, $"{runs}/{id}/failures/{context}/retry", cancellationToken);
}
