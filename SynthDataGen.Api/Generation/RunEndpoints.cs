using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Access;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Client;
using SynthDataGen.Client.Generation;
using SynthDataGen.Core.Data.Generation;

namespace SynthDataGen.Api.Generation;

/// <summary>Runs: starting, watching, stopping, going on.</summary>
internal static class RunEndpoints
{
    public static void MapRuns(this RouteGroupBuilder workspace)
    {
        var group = workspace.MapGroup("/runs").WithTags("Generation");
        group.MapPost("/", StartAsync);
        group.MapPost("/estimate", EstimateAsync);
        group.MapGet("/", ListAsync);
        group.MapGet("/{id:guid}", GetAsync);
        group.MapPost("/{id:guid}/cancel", CancelAsync);
        group.MapPost("/{id:guid}/resume", ResumeAsync);
        group.MapPost("/{id:guid}/judge", JudgeAsync);
    }

    private static async Task<Results<Created<Run>, ProblemHttpResult>> StartAsync(
        CurrentWorkspace workspace, NewRun body, ClaimsPrincipal caller, RunOrders orders, RunRecords runs, CancellationToken cancellationToken)
    {
        var (order, fault) = await orders.ReadAsync(workspace.Id, body, caller.Name(), cancellationToken);
        if (order is null)
        {
            return fault!;
        }

        await runs.StartAsync(order.Run, cancellationToken);
        var row = await runs.FindAsync(workspace.Id, order.Run.Id, cancellationToken);
        return TypedResults.Created($"/api/v1/workspaces/{workspace.Value.Name}/runs/{order.Run.Id}", row!.ToWire());
    }

    private static async Task<Results<Ok<RunEstimate>, ProblemHttpResult>> EstimateAsync(
        CurrentWorkspace workspace, NewRun body, ClaimsPrincipal caller, RunOrders orders, RunPlanner planner, CancellationToken cancellationToken)
    {
        var (order, fault) = await orders.ReadAsync(workspace.Id, body, caller.Name(), cancellationToken);
        return order is null
            ? fault!
            : TypedResults.Ok((await planner.SampleAsync(order.Run, cancellationToken)).ToWire(order.Run, order.Generator, order.Judge));
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
            return RunOrders.BadBudget();
        }

        await runs.ResumeAsync(workspace.Id, id, cancellationToken, body?.Budget); // One with nothing left to do stays as it is.
        return await GetAsync(workspace, runs, id, cancellationToken);
    }

    private static async Task<Results<Ok<Run>, ProblemHttpResult>> JudgeAsync(
        CurrentWorkspace workspace, RunRecords runs, JudgeOrders orders, JudgeRecords judging, Guid id, JudgeRun? body, CancellationToken cancellationToken)
    {
        var (judge, fault) = await orders.ReadAsync(workspace.Id, id, body, cancellationToken);
        if (judge is null)
        {
            return fault!;
        }

        return await judging.BeginAsync(workspace.Id, id, judge.Id, cancellationToken) switch
        {
            JudgingStart.NotEnded => Problems.Conflict("not-ended", "Pairs can be judged once their run has ended. Wait until it ends, or resume it."),
            JudgingStart.NothingToJudge => Problems.Conflict("nothing-to-judge", "All pairs of this run are judged or rejected."),
            _ => await GetAsync(workspace, runs, id, cancellationToken),
        };
    }
}
