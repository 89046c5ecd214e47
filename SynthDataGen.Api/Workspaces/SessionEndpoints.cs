using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Access;
using SynthDataGen.Client.Workspaces;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Api.Workspaces;

/// <summary>Signing in and out.</summary>
internal static class SessionEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder api) => api.MapPost("/session", SignInAsync).WithTags("Session");

    public static void MapSession(this IEndpointRouteBuilder api) => api.MapDelete("/session", SignOutAsync).WithTags("Session");

    private static async Task<Results<Ok<Session>, ProblemHttpResult>> SignInAsync(SignIn body, AccessRecords access, CancellationToken cancellationToken)
    {
        var caller = await access.FindCallerAsync(body.Token?.Trim() ?? "", cancellationToken);
        if (caller is null or { Kind: AccessTokenKind.Session })
        {
            return TypedResults.Problem(
                "That sign-in secret is not known. Take the address that the start printed, or the one in .data/admin.json.",
                statusCode: StatusCodes.Status401Unauthorized,
                extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = "unknown-token" });
        }

        var (secret, expiresAt) = await access.IssueAsync(caller.PersonId, AccessTokenKind.Session, cancellationToken);
        return TypedResults.Ok(new Session(secret, caller.Name, Core.Workspaces.Workspace.DefaultName, expiresAt!.Value));
    }

    private static async Task<NoContent> SignOutAsync(ClaimsPrincipal caller, AccessRecords access, CancellationToken cancellationToken)
    {
        await access.RevokeAsync(caller.Token(), cancellationToken);
        return TypedResults.NoContent();
    }
}
