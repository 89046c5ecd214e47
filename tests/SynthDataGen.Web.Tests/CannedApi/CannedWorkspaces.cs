using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SynthDataGen.Client;
using SynthDataGen.Client.Workspaces;

namespace SynthDataGen.Web.Tests.CannedApi;

/// <summary>Signing in, workspaces, counts and events.</summary>
internal static class CannedWorkspaces
{
    public static void MapWorkspaces(this IEndpointRouteBuilder app, CannedServer server)
    {
        var data = server.Data;
        var routes = app.MapGroup("/api/v1");
        routes.MapPost("/session", (SignIn signIn) => signIn.Token == CannedData.Secret
            ? Results.Ok(new Session { Token = CannedData.Token, Name = "admin", Workspace = "default", ExpiresAt = TimeProvider.System.GetUtcNow().AddHours(12) })
            : CannedServer.Problem(401, "unknown-secret", "That secret is not known."));
        routes.MapDelete("/session", () => Results.NoContent());
        routes.MapGet("/workspaces", () => new Page<Workspace>(data.Workspaces, null));
        routes.MapGet("/workspaces/{ws}", (string ws) => data.Workspaces.Find(one => one.Name == ws) is { } found ? Results.Ok(found) : CannedServer.Problem(404, "not-found", "There is no such workspace."));
        routes.MapPost("/workspaces", (NewWorkspace wanted) =>
        {
            data.Workspaces.Add(new()
            {
                Id = Guid.CreateVersion7(), Name = wanted.Name, Title = wanted.Title ?? wanted.Name, Bucket = wanted.Name,
                Store = "folder .data/store", CreatedAt = TimeProvider.System.GetUtcNow(),
            });
            return data.Workspaces[^1];
        });
        routes.MapPut("/workspaces/{ws}", (string ws, WorkspaceSettings wanted) =>
        {
            if (wanted.SyncCron is "never")
            {
                return CannedServer.Problem(400, "bad-cron", "A schedule is five fields of cron.");
            }

            var at = data.Workspaces.FindIndex(one => one.Name == ws);
            data.Workspaces[at] = data.Workspaces[at] with
            {
                Title = wanted.Title ?? ws, Prefix = wanted.Prefix ?? "", Include = wanted.Include, Exclude = wanted.Exclude, SyncCron = wanted.SyncCron,
                Reading = wanted.Reading, Review = wanted.Review,
            };
            return Results.Ok(data.Workspaces[at]);
        });
        routes.MapDelete("/workspaces/{ws}", (string ws) => { data.Workspaces.RemoveAll(one => one.Name == ws); return Results.Accepted(); });
        routes.MapGet("/workspaces/{ws}/stats", () => data.Stats);
        routes.MapGet("/workspaces/{ws}/events", server.StreamAsync);
    }
}
