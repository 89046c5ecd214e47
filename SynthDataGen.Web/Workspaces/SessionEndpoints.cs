using Microsoft.AspNetCore.Authentication;
using SynthDataGen.Client;

namespace SynthDataGen.Web.Workspaces;

/// <summary>Signs out, and switches workspaces.</summary>
internal static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/signout", SignOutAsync);
        routes.MapGet("/workspaces/{name}/enter", EnterAsync);
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, ApiAccess api, CancellationToken cancellationToken)
    {
        if (!SameOrigin.Sent(context.Request))
        {
            return Results.Redirect("/");
        }

        try
        {
            await (api.For(context.User)?.Client.Workspaces.SignOutAsync(cancellationToken) ?? Task.CompletedTask);
        }
        catch (SynthDataGenException)
        {
            // The session may already be over; the cookie goes in any case.
        }

        await context.SignOutAsync(SessionCookie.Scheme);
        return Results.Redirect("/signin");
    }

    private static async Task<IResult> EnterAsync(string name, HttpContext context, ApiAccess api, CancellationToken cancellationToken)
    {
        if (api.For(context.User) is not { } signedIn)
        {
            return Results.Redirect("/signin");
        }

        try
        {
            var workspace = await signedIn.Client.Workspaces.GetAsync(name, cancellationToken);
            await SessionCookie.MoveAsync(context, workspace.Name);
        }
        catch (SynthDataGenException e) when (e.Status is 403 or 404)
        {
            // Deleted or not theirs: they stay where they are.
        }

        return Results.Redirect("/");
    }
}
