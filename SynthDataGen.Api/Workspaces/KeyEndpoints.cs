using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Access;
using SynthDataGen.Client;
using SynthDataGen.Client.Workspaces;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Api.Workspaces;

/// <summary>API keys: one's own, and for administrators all of the workspace.</summary>
internal static class KeyEndpoints
{
    public static void MapKeys(this RouteGroupBuilder workspace)
    {
        var group = workspace.MapGroup("/keys").WithTags("Keys");
        group.MapGet("/", ListAsync);
        group.MapPost("/", IssueAsync);
        group.MapDelete("/{id:guid}", RevokeAsync);
    }

    private static async Task<Page<ApiKey>> ListAsync(
        CurrentWorkspace workspace, ClaimsPrincipal principal, KeyRecords keys, CancellationToken cancellationToken) =>
        (await keys.ListAsync(workspace.Id, Whose(workspace, principal), cancellationToken)).ToPage(k => k.ToWire());

    private static async Task<Results<Created<IssuedApiKey>, ProblemHttpResult>> IssueAsync(
        CurrentWorkspace workspace, NewApiKey body, ClaimsPrincipal principal, KeyRecords keys, CancellationToken cancellationToken)
    {
        if (DisplayName.Tidy(body.Name) is not { } name)
        {
            return Problems.BadRequest("bad-name", $"A key's name has 1 to {DisplayName.MaxLength} visible characters.");
        }

        var (key, secret) = await keys.IssueAsync(workspace.Id, principal.Caller().PersonId, name, cancellationToken);
        return TypedResults.Created(
            $"/api/v1/workspaces/{workspace.Value.Name}/keys/{key.Id}",
            new IssuedApiKey(new() { Id = key.Id, Name = name, Person = principal.Name(), CreatedAt = key.CreatedAt }, secret));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(
        CurrentWorkspace workspace, Guid id, ClaimsPrincipal principal, KeyRecords keys, CancellationToken cancellationToken) =>
        await keys.RevokeAsync(workspace.Id, Whose(workspace, principal), id, cancellationToken)
            ? TypedResults.NoContent()
            : Problems.NotFound("key-not-found", "There is no such key, or you may not revoke it.");

    /// <summary>Whose keys the caller sees; null: everybody's.</summary>
    private static Guid? Whose(CurrentWorkspace workspace, ClaimsPrincipal principal) =>
        workspace.Role == MemberRole.Administrator ? null : principal.Caller().PersonId;
}
