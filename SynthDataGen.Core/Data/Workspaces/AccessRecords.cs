using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Data.Workspaces;

/// <summary>The owner of a token.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">Their name.</param>
/// <param name="Kind">What the token is for.</param>
/// <param name="TokenId">The token.</param>
/// <param name="ExpiresAt">When it ends; null: never.</param>
/// <param name="WorkspaceId">The only workspace for which it is valid; null: all of the person's.</param>
/// <param name="LastUsedAt">When it was last used before this call, to the hour.</param>
public sealed record Caller(
    Guid PersonId, string Name, AccessTokenKind Kind, Guid TokenId, DateTimeOffset? ExpiresAt, Guid? WorkspaceId, DateTimeOffset? LastUsedAt)
{
    /// <summary>Whether this is the system's administrator, who administers every workspace.</summary>
    public bool IsAdministrator => Name == Person.AdministratorName;
}

/// <summary>People and their tokens.</summary>
public sealed class AccessRecords(IDbContextFactory<SynthDataGenDb> factory, TimeProvider time)
{
    /// <summary>Every call uses a token, so its use is recorded only this often.</summary>
    private static readonly TimeSpan UseIsNoted = TimeSpan.FromHours(1);

    /// <summary>The owner of a token; null where it is unknown or has expired.</summary>
    public async Task<Caller?> FindCallerAsync(string secret, CancellationToken cancellationToken)
    {
        var hash = AccessToken.HashOf(secret);
        var now = time.GetUtcNow();
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var caller = await (
            from token in db.AccessTokens
            join person in db.People on token.PersonId equals person.Id
            where token.Hash == hash && (token.ExpiresAt == null || token.ExpiresAt > now)
            select new Caller(person.Id, person.Name, token.Kind, token.Id, token.ExpiresAt, token.WorkspaceId, token.LastUsedAt)).SingleOrDefaultAsync(cancellationToken);
        var noted = now - UseIsNoted;
        if (caller is { LastUsedAt: null } || caller?.LastUsedAt < noted)
        {
            await db.AccessTokens.Where(t => t.Id == caller.TokenId && (t.LastUsedAt == null || t.LastUsedAt < noted))
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsedAt, now), cancellationToken);
        }

        return caller;
    }

    /// <summary>Begins a session for a secret that signs in. This uses up a link; null where it was already used.</summary>
    public Task<(string Secret, DateTimeOffset ExpiresAt)?> SignInAsync(Caller caller, CancellationToken cancellationToken) =>
        factory.InTransactionAsync<(string, DateTimeOffset)?>(
            async db =>
            {
                var isLink = caller.Kind == AccessTokenKind.Link;
                if (isLink && await db.AccessTokens.Where(t => t.Id == caller.TokenId).ExecuteDeleteAsync(cancellationToken) == 0)
                {
                    return null;
                }

                var (token, secret) = AccessToken.Issue(caller.PersonId, AccessTokenKind.Session, time.GetUtcNow());
                db.Add(token);
                await db.SaveChangesAsync(cancellationToken);
                return (secret, token.ExpiresAt!.Value);
            },
            cancellationToken);

    /// <summary>Issues a token for all workspaces of the person, and returns its secret, which is stored nowhere.</summary>
    public async Task<(string Secret, DateTimeOffset? ExpiresAt)> IssueAsync(Guid personId, AccessTokenKind kind, CancellationToken cancellationToken)
    {
        var (token, secret) = AccessToken.Issue(personId, kind, time.GetUtcNow());
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        db.Add(token);
        await db.SaveChangesAsync(cancellationToken);
        return (secret, token.ExpiresAt);
    }

    /// <summary>
    /// Issues a link for a person and revokes earlier ones. Null where the caller may not: the holder of a link is that person everywhere, so
    /// only the person and administrators of all their workspaces may. A key of one workspace cannot make a link for its own person.
    /// </summary>
    public Task<(string Secret, DateTimeOffset ExpiresAt)?> IssueLinkAsync(Caller by, Guid personId, CancellationToken cancellationToken) =>
        factory.InTransactionAsync<(string, DateTimeOffset)?>(
            async db =>
            {
                if (!await MayIssueLinkAsync(db, by, personId, cancellationToken))
                {
                    return null;
                }

                await db.AccessTokens.Where(t => t.PersonId == personId && t.Kind == AccessTokenKind.Link).ExecuteDeleteAsync(cancellationToken);
                var (token, secret) = AccessToken.Issue(personId, AccessTokenKind.Link, time.GetUtcNow());
                db.Add(token);
                await db.SaveChangesAsync(cancellationToken);
                return (secret, token.ExpiresAt!.Value);
            },
            cancellationToken);

    public async Task RevokeAsync(Guid tokenId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await db.AccessTokens.Where(t => t.Id == tokenId).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>The administrator, created if there is none.</summary>
    public async Task<Person> EnsureAdministratorAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var person = await db.People.SingleOrDefaultAsync(p => p.Name == Person.AdministratorName, cancellationToken);
        if (person is null)
        {
            person = Person.Named(Person.AdministratorName, time.GetUtcNow());
            db.Add(person);
            await db.SaveChangesAsync(cancellationToken);
        }

        return person;
    }

    private static async Task<bool> MayIssueLinkAsync(SynthDataGenDb db, Caller by, Guid personId, CancellationToken cancellationToken)
    {
        if (by.PersonId == personId)
        {
            return by.WorkspaceId is null;
        }

        var isAdministrator = await db.People.AnyAsync(p => p.Id == personId && p.Name == Person.AdministratorName, cancellationToken);
        return !isAdministrator && await db.WorkspacesOf(personId).AllAsync(w => db.AdministeredBy(by).Contains(w), cancellationToken);
    }
}
