using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Access;
using SynthDataGen.Client;
using SynthDataGen.Client.Workspaces;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Storage;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Api.Workspaces;

/// <summary>The workspaces themselves, and the counts of one.</summary>
internal static class WorkspaceEndpoints
{
    public static void MapWorkspaces(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/workspaces").WithTags("Workspaces");
        group.MapGet("/", ListAsync);
        group.MapPost("/", CreateAsync).For(MemberRole.Administrator);
    }

    public static void MapWorkspace(this RouteGroupBuilder workspace)
    {
        var group = workspace.MapGroup("/").WithTags("Workspaces");
        group.MapGet("/", Get).For(MemberRole.Reviewer);
        group.MapGet("/stats", StatsAsync).For(MemberRole.Reviewer);
        group.MapSettings();
        group.MapDeletion();
    }

    private static async Task<Page<Workspace>> ListAsync(
        ClaimsPrincipal principal, StandingRecords standings, IObjectStore store, CancellationToken cancellationToken) =>
        (await standings.ListAsync(principal.Caller(), cancellationToken)).ToPage(s => s.Workspace.ToWire(store));

    private static Workspace Get(CurrentWorkspace workspace, IObjectStore store) => workspace.Value.ToWire(store);

    private static async Task<Results<Created<Workspace>, ProblemHttpResult>> CreateAsync(
        NewWorkspace body, WorkspaceRecords workspaces, IObjectStore store, CancellationToken cancellationToken)
    {
        if (body.Name is null || !Core.Workspaces.Workspace.IsName(body.Name))
        {
            return Problems.BadRequest("bad-name", "A workspace's name has 1 to 40 lower-case letters, digits and dashes, starts with a letter and does not end with a dash.");
        }

        var title = string.IsNullOrWhiteSpace(body.Title) ? body.Name : body.Title.Trim();
        if (title.Length > Core.Workspaces.Workspace.MaxTitleLength)
        {
            return Problems.BadRequest("bad-title", $"A title has at most {Core.Workspaces.Workspace.MaxTitleLength} characters.");
        }

        var bucket = string.IsNullOrWhiteSpace(body.Bucket) ? Core.Workspaces.Workspace.BucketFor(body.Name) : body.Bucket;
        if (!BucketName.IsValid(bucket))
        {
            return Problems.BadRequest("bad-bucket", $"A bucket's name has {BucketName.MinLength} to {BucketName.MaxLength} lower-case letters, digits and dashes.");
        }

        if (await workspaces.FindAsync(body.Name, cancellationToken) is not null)
        {
            return Taken(body.Name, bucket);
        }

        await store.EnsureBucketAsync(bucket, cancellationToken);
        return await workspaces.CreateAsync(body.Name, title, bucket, cancellationToken) is { } workspace
            ? TypedResults.Created($"/api/v1/workspaces/{workspace.Name}", workspace.ToWire(store))
            : Taken(body.Name, bucket);
    }

    private static ProblemHttpResult Taken(string name, string bucket) =>
        Problems.Conflict("workspace-exists", $"The name \"{name}\" or the bucket \"{bucket}\" is taken.");

    private static async Task<Stats> StatsAsync(CurrentWorkspace workspace, WorkspaceRecords workspaces, CancellationToken cancellationToken)
    {
        var c = await workspaces.CountAsync(workspace.Id, cancellationToken);
        return new()
        {
            Documents = new(c.Documents, c.Ready, c.Working, c.Failed), Chunks = c.Chunks, Runs = new(c.Runs, c.ActiveRuns),
            Pairs = new() { Total = c.Pending + c.Approved + c.Rejected, Pending = c.Pending, Approved = c.Approved, Rejected = c.Rejected, Flagged = c.Flagged },
            Coverage = new(c.Extracted, c.Chunked, c.InContexts),
        };
    }
}
