using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Access;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Client;
using SynthDataGen.Client.Generation;
using SynthDataGen.Core.Data.Generation;
using Entity = SynthDataGen.Core.Generation.Run;

namespace SynthDataGen.Api.Generation;

/// <summary>Runs: starting, watching, stopping, going on.</summary>
internal static class RunEndpoints
{
    public static void MapRuns(this RouteGroupBuilder workspace)
    {
        var group = workspace.MapGroup("/runs").WithTags("Generation");
        group.MapPost("/", StartAsync);
        group.MapGet("/", ListAsync);
        group.MapGet("/{id:guid}", GetAsync);
        group.MapPost("/{id:guid}/cancel", CancelAsync);
        group.MapPost("/{id:guid}/resume", ResumeAsync);
    }

    private static async Task<Results<Created<Run>, ProblemHttpResult>> StartAsync(
        CurrentWorkspace workspace, NewRun body, ClaimsPrincipal caller, RecipeRecords recipes, GeneratorRecords generators, RunRecords runs,
        TimeProvider time, CancellationToken cancellationToken)
    {
        if (await recipes.FindAsync(workspace.Id, body.RecipeId, cancellationToken) is not { } recipe)
        {
            return Problems.NotFound("recipe-not-found", $"There is no recipe {body.RecipeId} in this workspace.");
        }

        if (await generators.ChooseAsync(workspace.Id, body.Generator, recipe.GeneratorId, cancellationToken) is not { } generator)
        {
            return Problems.NotFound("generator-not-found", $"There is no generator \"{body.Generator}\" in this workspace.");
        }

        if (body is { MaxPairs: < 1 } or { DocumentIds.Count: 0 })
        {
            return Problems.BadRequest("nothing-to-do", "A run needs at least one document and at least one pair to make.");
        }

        if (body.Budget is { } budget && BudgetFault(budget, generator) is { } fault)
        {
            return fault;
        }

        var run = NewRun(workspace.Id, body, recipe, generator, caller.Name(), time.GetUtcNow());
        await runs.StartAsync(run, cancellationToken);
        var row = await runs.FindAsync(workspace.Id, run.Id, cancellationToken);
        return TypedResults.Created($"/api/v1/workspaces/{workspace.Value.Name}/runs/{run.Id}", row!.ToWire());
    }

    private static async Task<Page<Run>> ListAsync(CurrentWorkspace workspace, RunRecords runs, Guid? after, int? limit, CancellationToken cancellationToken)
    {
        var size = Paging.Clamp(limit);
        var rows = await runs.ListAsync(workspace.Id, after, size + 1, cancellationToken);
        return rows.ToPage(size, row => row.ToWire(), row => row.Run.Id.ToString());
    }

    private static async Task<Results<Ok<Run>, ProblemHttpResult>> GetAsync(CurrentWorkspace workspace, RunRecords runs, Guid id, CancellationToken cancellationToken) =>
        await runs.FindAsync(workspace.Id, id, cancellationToken) is { } row
            ? TypedResults.Ok(row.ToWire())
            : Problems.NotFound("run-not-found", $"There is no run {id} in this workspace.");

    private static async Task<Results<Ok<Run>, ProblemHttpResult>> CancelAsync(
        CurrentWorkspace workspace, RunRecords runs, Guid id, CancellationToken cancellationToken)
    {
        await runs.CancelAsync(workspace.Id, id, cancellationToken); // One that has ended already stays as it is.
        return await GetAsync(workspace, runs, id, cancellationToken);
    }

    private static async Task<Results<Ok<Run>, ProblemHttpResult>> ResumeAsync(
        CurrentWorkspace workspace, RunRecords runs, Guid id, ResumeRun? body, CancellationToken cancellationToken)
    {
        if (body?.Budget <= 0)
        {
            return BadBudget();
        }

        await runs.ResumeAsync(workspace.Id, id, cancellationToken, body?.Budget); // One with nothing left to do stays as it is.
        return await GetAsync(workspace, runs, id, cancellationToken);
    }

    private static ProblemHttpResult? BudgetFault(decimal budget, Core.Generation.Generator generator) => budget <= 0 ? BadBudget()
        : generator is { InputPrice: null, OutputPrice: null } ? Problems.BadRequest(
            "no-prices", $"What a run on \"{generator.Name}\" costs is not known: give the generator its prices, or start the run without a budget.")
        : null;

    private static ProblemHttpResult BadBudget() => Problems.BadRequest("bad-budget", "A budget is an amount of money above zero.");

    private static Entity NewRun(
        Guid workspaceId, NewRun body, Core.Generation.Recipe recipe, Core.Generation.Generator generator, string by, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        WorkspaceId = workspaceId,
        RecipeId = recipe.Id,
        GeneratorId = generator.Id,
        GeneratorName = generator.Name,
        Model = generator.Model,
        Recipe = recipe.Settings,
        DocumentIds = body.DocumentIds,
        MaxPairs = body.MaxPairs,
        Budget = body.Budget,
        StartedBy = by,
        StartedAt = now,
    };
}
