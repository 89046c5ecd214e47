using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Client;
using SynthDataGen.Client.Generation;
using SynthDataGen.Core.Data.Generation;

namespace SynthDataGen.Api.Generation;

/// <summary>What came of a run: counts from several sides, and the contexts that yielded nothing.</summary>
internal static class RunReportEndpoints
{
    public static void MapRunReports(this RouteGroupBuilder workspace)
    {
        var group = workspace.MapGroup("/runs/{id:guid}").WithTags("Generation");
        group.MapGet("/report", ReportAsync);
        group.MapGet("/failures", ListAsync);
        group.MapPost("/failures/{item:guid}/retry", RetryAsync);
    }

    private static async Task<Results<Ok<RunReport>, ProblemHttpResult>> ReportAsync(
        CurrentWorkspace workspace, Guid id, RunReportRecords reports, CancellationToken cancellationToken) =>
        await reports.ReadAsync(workspace.Id, id, cancellationToken) is { } report
            ? TypedResults.Ok(new RunReport(
                [.. report.Types.Select(t => new Client.Generation.NamedCount(t.Name, t.Count))],
                [.. report.Flags.Select(f => new Client.Generation.NamedCount(f.Name, f.Count))],
                [.. report.Documents.Select(d => new Client.Generation.DocumentShare { Id = d.DocumentId, Key = d.Key, Contexts = d.Contexts, Done = d.Done, Pairs = d.Pairs, Characters = d.Characters, Asked = d.Asked })],
                [.. report.Timeline.Select(m => new Client.Generation.RunMoment(m.At, m.Succeeded, m.Failed))]))
            : NotFound(id);

    private static async Task<Results<Ok<Page<FailedContext>>, ProblemHttpResult>> ListAsync(
        CurrentWorkspace workspace, Guid id, FailedContextRecords failed, int? after, int? limit, CancellationToken cancellationToken)
    {
        var size = Paging.Clamp(limit);
        var rows = await failed.ListAsync(workspace.Id, id, after, size + 1, cancellationToken);
        if (rows.Count == 0 && !await failed.RunExistsAsync(workspace.Id, id, cancellationToken))
        {
            return NotFound(id);
        }

        return TypedResults.Ok(rows.ToPage(
            size,
            row => new FailedContext
            {
                Id = row.Item.Id, DocumentId = row.Item.DocumentId, DocumentKey = row.DocumentKey, HeadingPath = row.Item.HeadingPath,
                Page = row.Page, Reason = row.Item.FailureReason ?? "unknown", Message = row.Item.FailureMessage, Reply = row.Reply,
                At = row.Item.UpdatedAt,
            },
            row => row.Item.Ordinal.ToString()));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RetryAsync(
        CurrentWorkspace workspace, Guid id, Guid item, FailedContextRecords failed, CancellationToken cancellationToken)
    {
        if (await failed.RetryAsync(workspace.Id, id, item, cancellationToken))
        {
            return TypedResults.NoContent();
        }

        return await failed.ItemExistsAsync(workspace.Id, id, item, cancellationToken)
            ? Problems.Conflict("not-failed", "This context has not failed, its run was cancelled (resume the run first), or other contexts have replaced its pairs.")
            : Problems.NotFound("context-not-found", $"There is no context {item} in a run {id} of this workspace.");
    }

    private static ProblemHttpResult NotFound(Guid id) => Problems.NotFound("run-not-found", $"There is no run {id} in this workspace.");
}
