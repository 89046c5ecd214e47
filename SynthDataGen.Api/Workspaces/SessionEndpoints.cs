using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Access;
using SynthDataGen.Client.Workspaces;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Api.Workspaces;

/// <summary>Signing in and out, and who one is.</summary>
internal static class SessionEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder api) => api.MapPost("/session", SignInAsync).WithTags("Session");

    public static void MapSession(this IEndpointRouteBuilder api)
    {
        api.MapDelete("/session", SignOutAsync).WithTags("Session");
        api.MapGet("/me", MeAsync).WithTags("Session");
    }

    private static async Task<Results<Ok<Session>, ProblemHttpResult>> SignInAsync(
        SignIn body, AccessRecords access, StandingRecords standings, FailedSignIns failures, HttpContext context, CancellationToken cancellationToken)
    {
        if (!failures.MayTry(context))
        {
            return Problems.Of(StatusCodes.Status429TooManyRequests, "too-many-sign-ins", "Too many failed sign-ins from this address. Wait some minutes and try again.");
        }

        if (await access.FindCallerAsync(body.Token?.Trim() ?? "", cancellationToken) is { } caller
            && SignsIn(caller)
            && StartOf(await standings.ListAsync(caller, cancellationToken)) is { } start
            && await access.SignInAsync(caller, cancellationToken) is { } session)
        {
            return TypedResults.Ok(new Session { Token = session.Secret, Name = caller.Name, Workspace = start.Workspace.Name, ExpiresAt = session.ExpiresAt, Role = start.Role.ToWire() });
        }

        // One answer for all, so that it tells nothing of who there is.
        failures.Count(context);
        return Problems.Of(
            StatusCodes.Status401Unauthorized,
            "unknown-token",
            "That sign-in secret is not known, was used already or has ended. Ask an administrator for a new link; who started the program finds the address in .data/admin.json.");
    }

    private static async Task<NoContent> SignOutAsync(ClaimsPrincipal principal, AccessRecords access, CancellationToken cancellationToken)
    {
        await access.RevokeAsync(principal.Caller().TokenId, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Me> MeAsync(ClaimsPrincipal principal, StandingRecords standings, CancellationToken cancellationToken)
    {
        var caller = principal.Caller();
        var mine = await standings.ListAsync(caller, cancellationToken);
        return new(
            caller.PersonId,
            caller.Name,
            caller is { IsAdministrator: true, WorkspaceId: null },
            [.. mine.Select(s => new MyWorkspace(s.Workspace.Name, s.Workspace.Title, s.Role.ToWire()))]);
    }

    /// <summary>Keys of one workspace are for programs: a session of theirs would be good for more, and outlive them.</summary>
    private static bool SignsIn(Caller caller) =>
        caller is { Kind: AccessTokenKind.SignIn or AccessTokenKind.Link } or { Kind: AccessTokenKind.ApiKey, WorkspaceId: null };

    private static Standing? StartOf(IReadOnlyList<Standing> mine) =>
        mine.OrderByDescending(s => s.Workspace.Name == Core.Workspaces.Workspace.DefaultName).FirstOrDefault();
}
