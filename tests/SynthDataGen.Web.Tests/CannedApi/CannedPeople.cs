using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SynthDataGen.Client;
using SynthDataGen.Client.Workspaces;

namespace SynthDataGen.Web.Tests.CannedApi;

/// <summary>The current person, members and keys.</summary>
internal static class CannedPeople
{
    public static void MapPeople(this IEndpointRouteBuilder app, CannedServer server)
    {
        var data = server.Data;
        var routes = app.MapGroup("/api/v1");
        routes.MapGet("/me", () => new Me(data.Members[0].Id, data.Members[0].Name, true, [.. data.Workspaces.Select(w => new MyWorkspace(w.Name, w.Title, Roles.Administrator))]));
        var members = routes.MapGroup("/workspaces/{ws}/members");
        members.MapGet("", () => new Page<Member>(data.Members, null));
        members.MapPost("", (NewMember wanted) =>
        {
            if (data.Members.Exists(m => string.Equals(m.Name, wanted.Name, StringComparison.OrdinalIgnoreCase)))
            {
                return CannedServer.Problem(409, "already-member", $"{wanted.Name} is in this workspace already.");
            }

            data.Members.Insert(0, new()
            {
                Id = Guid.CreateVersion7(), Name = wanted.Name, Role = wanted.Role, Contact = wanted.Contact, CreatedAt = Now(), LastSeenAt = null,
                LinkExpiresAt = Now().AddDays(7),
            });
            return Results.Ok(new AddedMember(data.Members[0], Link()));
        });
        members.MapPut("{id:guid}", (Guid id, MemberChange change) =>
        {
            var at = data.Members.FindIndex(m => m.Id == id);
            return data.Members[at] = data.Members[at] with { Role = change.Role, Contact = change.Contact };
        });
        members.MapDelete("{id:guid}", (Guid id) => { data.Members.RemoveAll(m => m.Id == id); return Results.NoContent(); });
        members.MapPost("{id:guid}/link", (Guid id) => Link());
        var keys = routes.MapGroup("/workspaces/{ws}/keys");
        keys.MapGet("", () => new Page<ApiKey>(data.Keys, null));
        keys.MapPost("", (NewApiKey wanted) =>
        {
            data.Keys.Add(new() { Id = Guid.CreateVersion7(), Name = wanted.Name, Person = "admin", CreatedAt = Now() });
            return new IssuedApiKey(data.Keys[^1], "sdg_only-now");
        });
        keys.MapDelete("{id:guid}", (Guid id) => { data.Keys.RemoveAll(k => k.Id == id); return Results.NoContent(); });
    }

    private static SignInLink Link() => new("sdg_linked", "http://elsewhere.example/signin#sdg_linked", Now().AddDays(7));

    private static DateTimeOffset Now() => TimeProvider.System.GetUtcNow();
}
