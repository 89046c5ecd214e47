using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Data.Workspaces;

/// <summary>Somebody with access to a workspace.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">Their name.</param>
/// <param name="Role">Their role in the workspace.</param>
/// <param name="Contact">How they are reached.</param>
/// <param name="CreatedAt">When they were first added.</param>
/// <param name="LastSeenAt">When they last used a session, to the hour; null: never.</param>
/// <param name="LinkExpiresAt">When their unused link expires; null: there is none.</param>
/// <param name="IsEverywhere">Whether this is the system's administrator, who is in every workspace and cannot be removed.</param>
public sealed record MemberRow(
    Guid PersonId, string Name, MemberRole Role, string? Contact, DateTimeOffset CreatedAt,
    DateTimeOffset? LastSeenAt, DateTimeOffset? LinkExpiresAt, bool IsEverywhere);

/// <summary>The outcome of adding somebody.</summary>
public enum Addition
{
    /// <summary>They are new and cannot sign in anywhere yet: they need a link.</summary>
    Newcomer,

    /// <summary>They are a member of another workspace, and sign in as they do there.</summary>
    Acquaintance,

    /// <summary>They are already a member here.</summary>
    Member,

    /// <summary>Somebody unknown to the caller has this name.</summary>
    NameTaken,
}

/// <summary>The members of workspaces.</summary>
public sealed class MemberRecords(IDbContextFactory<SynthDataGenDb> factory, TimeProvider time)
{
    /// <summary>Everybody with access to the workspace: its members by name, then the system's administrator.</summary>
    public async Task<IReadOnlyList<MemberRow>> ListAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var rows = await (
            from p in db.People.AsNoTracking()
            from m in db.Memberships.Where(m => m.PersonId == p.Id && m.WorkspaceId == workspaceId && m.RemovedAt == null).DefaultIfEmpty()
            where m != null || p.Name == Person.AdministratorName
            orderby p.NameKey
            select new
            {
                Person = p,
                Membership = m,
                SeenAt = db.AccessTokens.Where(t => t.PersonId == p.Id && t.Kind == AccessTokenKind.Session).Max(t => t.LastUsedAt),
                LinkEnds = db.AccessTokens.Where(t => t.PersonId == p.Id && t.Kind == AccessTokenKind.Link && t.ExpiresAt > now).Max(t => t.ExpiresAt),
            }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => r.Person.Name == Person.AdministratorName
                ? new MemberRow(r.Person.Id, r.Person.Name, MemberRole.Administrator, null, r.Person.CreatedAt, r.SeenAt, r.LinkEnds, true)
                : new MemberRow(r.Person.Id, r.Person.Name, r.Membership.Role, r.Membership.Contact, r.Membership.CreatedAt, r.SeenAt, r.LinkEnds, false))
            .OrderBy(r => r.IsEverywhere),
        ];
    }

    public async Task<MemberRow?> FindAsync(Guid workspaceId, Guid personId, CancellationToken cancellationToken) =>
        (await ListAsync(workspaceId, cancellationToken)).SingleOrDefault(m => m.PersonId == personId);

    /// <summary>Adds somebody by a tidy name: a new person, or somebody from a workspace that the caller administers.</summary>
    public async Task<(Addition Outcome, Guid PersonId)> AddAsync(
        Guid workspaceId, Caller by, string name, MemberRole role, string? contact, CancellationToken cancellationToken)
    {
        var key = DisplayName.KeyOf(name);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var person = await db.People.SingleOrDefaultAsync(p => p.NameKey == key, cancellationToken);
        var outcome = person is null ? Addition.Newcomer : await RecognizeAsync(db, workspaceId, by, person, cancellationToken);
        if (outcome is Addition.Member or Addition.NameTaken)
        {
            return (outcome, Guid.Empty);
        }

        if (person is null)
        {
            person = Person.Named(name, time.GetUtcNow());
            db.Add(person);
        }

        await EnterAsync(db, workspaceId, person.Id, role, contact, cancellationToken);
        if (!await db.SaveUnlessTakenAsync(cancellationToken))
        {
            return (Addition.NameTaken, Guid.Empty); // Somebody added the same name at the same time.
        }

        await db.NotifyAsync(workspaceId, ChangeNote.Member, person.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (outcome, person.Id);
    }

    /// <summary>Changes a member's role and contact; false where there is no such member.</summary>
    public Task<bool> ChangeAsync(Guid workspaceId, Guid personId, MemberRole role, string? contact, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                var changed = await db.Memberships.Where(m => m.WorkspaceId == workspaceId && m.PersonId == personId && m.RemovedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(m => m.Role, role).SetProperty(m => m.Contact, contact), cancellationToken);
                await db.NotifyAsync(workspaceId, ChangeNote.Member, personId, cancellationToken);
                return changed == 1;
            },
            cancellationToken);

    /// <summary>
    /// Removes a member and their keys of the workspace; if it was their last workspace, their sessions and links too.
    /// False where there is no such member.
    /// </summary>
    public Task<bool> RemoveAsync(Guid workspaceId, Guid personId, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                DateTimeOffset? now = time.GetUtcNow();
                var removed = await db.Memberships.Where(m => m.WorkspaceId == workspaceId && m.PersonId == personId && m.RemovedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(m => m.RemovedAt, now), cancellationToken);
                if (removed == 0)
                {
                    return false;
                }

                var isHomeless = !await db.WorkspacesOf(personId).AnyAsync(cancellationToken);
                await db.AccessTokens.Where(t => t.PersonId == personId && (t.WorkspaceId == workspaceId || isHomeless)).ExecuteDeleteAsync(cancellationToken);
                await db.NotifyAsync(workspaceId, ChangeNote.Member, personId, cancellationToken);
                return true;
            },
            cancellationToken);

    private static async Task<Addition> RecognizeAsync(SynthDataGenDb db, Guid workspaceId, Caller by, Person person, CancellationToken cancellationToken)
    {
        var current = await db.WorkspacesOf(person.Id).ToListAsync(cancellationToken);
        if (current.Contains(workspaceId) || person.Name == Person.AdministratorName)
        {
            return Addition.Member;
        }

        // Removed members are known too: their decisions bear their name.
        var isKnown = by is { IsAdministrator: true, WorkspaceId: null }
            || await db.Memberships.AnyAsync(m => m.PersonId == person.Id && db.AdministeredBy(by).Contains(m.WorkspaceId), cancellationToken);
        return (isKnown, current.Count) switch
        {
            (false, _) => Addition.NameTaken,
            (true, 0) => Addition.Newcomer,
            _ => Addition.Acquaintance,
        };
    }

    private async Task EnterAsync(SynthDataGenDb db, Guid workspaceId, Guid personId, MemberRole role, string? contact, CancellationToken cancellationToken)
    {
        if (await db.Memberships.FindAsync([workspaceId, personId], cancellationToken) is not { } membership)
        {
            membership = new() { WorkspaceId = workspaceId, PersonId = personId, CreatedAt = time.GetUtcNow() };
            db.Add(membership);
        }

        (membership.Role, membership.Contact, membership.RemovedAt) = (role, contact, null);
    }
}
