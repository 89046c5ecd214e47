using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Access;
using SynthDataGen.Client;
using SynthDataGen.Client.Workspaces;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Api.Workspaces;

/// <summary>Who is in a workspace, and as what.</summary>
internal static class MemberEndpoints
{
    public static void MapMembers(this RouteGroupBuilder workspace)
    {
        var group = workspace.MapGroup("/members").WithTags("Members");
        group.MapGet("/", ListAsync).For(MemberRole.Reviewer);
        group.MapPost("/", AddAsync);
        group.MapPut("/{id:guid}", ChangeAsync);
        group.MapDelete("/{id:guid}", RemoveAsync);
        group.MapPost("/{id:guid}/link", LinkAsync).For(MemberRole.Reviewer); // Of oneself; the handler asks for more where it is another's.
    }

    private static async Task<Page<Member>> ListAsync(CurrentWorkspace workspace, MemberRecords members, CancellationToken cancellationToken) =>
        (await members.ListAsync(workspace.Id, cancellationToken)).ToPage(m => m.ToWire());

    private static async Task<Results<Created<AddedMember>, ProblemHttpResult>> AddAsync(
        CurrentWorkspace workspace, NewMember body, ClaimsPrincipal principal, MemberRecords members, SignInLinks links, CancellationToken cancellationToken)
    {
        if (DisplayName.Tidy(body.Name) is not { } name)
        {
            return Problems.BadRequest("bad-name", $"A name has 1 to {DisplayName.MaxLength} visible characters.");
        }

        if (Fault(body.Role, body.Contact, out var role, out var contact) is { } fault)
        {
            return fault;
        }

        var (outcome, id) = await members.AddAsync(workspace.Id, principal.Caller(), name, role, contact, cancellationToken);
        if (outcome is Addition.Member or Addition.NameTaken)
        {
            return Refusal(outcome, name);
        }

        var link = outcome == Addition.Newcomer ? await links.IssueAsync(principal.Caller(), id, cancellationToken) : null;
        return await members.FindAsync(workspace.Id, id, cancellationToken) is { } added
            ? TypedResults.Created($"/api/v1/workspaces/{workspace.Value.Name}/members/{id}", new AddedMember(added.ToWire(), link))
            : NotFound();
    }

    private static async Task<Results<Ok<Member>, ProblemHttpResult>> ChangeAsync(
        CurrentWorkspace workspace, Guid id, MemberChange body, MemberRecords members, CancellationToken cancellationToken)
    {
        if (Fault(body.Role, body.Contact, out var role, out var contact) is { } fault)
        {
            return fault;
        }

        await members.ChangeAsync(workspace.Id, id, role, contact, cancellationToken);
        return await members.FindAsync(workspace.Id, id, cancellationToken) switch
        {
            null => NotFound(),
            { IsEverywhere: true } => Everywhere(),
            { } changed => TypedResults.Ok(changed.ToWire()),
        };
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        CurrentWorkspace workspace, Guid id, MemberRecords members, CancellationToken cancellationToken)
    {
        if (await members.RemoveAsync(workspace.Id, id, cancellationToken))
        {
            return TypedResults.NoContent();
        }

        return await members.FindAsync(workspace.Id, id, cancellationToken) is { IsEverywhere: true } ? Everywhere() : NotFound();
    }

    private static async Task<Results<Ok<SignInLink>, ProblemHttpResult>> LinkAsync(
        CurrentWorkspace workspace, Guid id, ClaimsPrincipal principal, MemberRecords members, SignInLinks links, CancellationToken cancellationToken)
    {
        if (principal.Caller().PersonId != id && workspace.Role < MemberRole.Administrator)
        {
            return RoleCheck.NotAllowed("Only administrators of the workspace may do this. You can create a link for yourself.");
        }

        if (await members.FindAsync(workspace.Id, id, cancellationToken) is null)
        {
            return NotFound();
        }

        return await links.IssueAsync(principal.Caller(), id, cancellationToken) is { } link
            ? TypedResults.Ok(link)
            : RoleCheck.NotAllowed("This person belongs to other workspaces, too. They can create a link themselves, or an administrator of all their workspaces can; a key can't create one for its owner.");
    }

    private static ProblemHttpResult? Fault(string? givenRole, string? givenContact, out MemberRole role, out string? contact)
    {
        contact = WireText.OrNull(givenContact);
        var isRole = WireNames.TryRead<MemberRole>(givenRole, out var read) && read is not null;
        role = read ?? default;
        return (isRole, contact) switch
        {
            (false, _) => Problems.BadRequest("bad-role", $"There is no role \"{givenRole}\"; there are {string.Join(", ", Roles.All)}."),
            (_, { Length: > Membership.MaxContactLength }) => Problems.BadRequest("bad-contact", $"A contact has at most {Membership.MaxContactLength} characters."),
            _ when contact?.Any(char.IsControl) == true => Problems.BadRequest("bad-contact", "A contact is one line."),
            _ => null,
        };
    }

    private static ProblemHttpResult Refusal(Addition outcome, string name) => outcome == Addition.Member
        ? Problems.Conflict("already-member", $"{name} is already in this workspace.")
        : Problems.Conflict("name-taken", $"Somebody else is called \"{name}\". Choose another name; or, if it is the same person, ask the system administrator to add them.");

    private static ProblemHttpResult NotFound() => Problems.NotFound("member-not-found", "There is no such member in this workspace.");

    private static ProblemHttpResult Everywhere() =>
        Problems.Conflict("system-administrator", "The system administrator belongs to every workspace and can't be changed or removed.");
}
