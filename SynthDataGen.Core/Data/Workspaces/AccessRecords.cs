using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Data.Workspaces;

/// <summary>Who a token belongs to.</summary>
public sealed record Caller(Guid PersonId, string Name, AccessTokenKind Kind, Guid TokenId, DateTimeOffset? ExpiresAt);

/// <summary>People and their tokens.</summary>
public sealed class AccessRecords(IDbContextFactory<SynthDataGenDb> factory, TimeProvider time)
{
    /// <summary>Whose token this is; null where it is unknown or has ended.</summary>
    public async Task<Caller?> FindCallerAsync(string secret, CancellationToken cancellationToken)
    {
        var hash = AccessToken.HashOf(secret);
        var now = time.GetUtcNow();
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await (
            from token in db.AccessTokens
            join person in db.People on token.PersonId equals person.Id
            where token.Hash == hash && (token.ExpiresAt == null || token.ExpiresAt > now)
            select new Caller(person.Id, person.Name, token.Kind, token.Id, token.ExpiresAt)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Issues a token and returns its secret, which is kept nowhere.</summary>
    public async Task<(string Secret, DateTimeOffset? ExpiresAt)> IssueAsync(Guid personId, AccessTokenKind kind, CancellationToken cancellationToken)
    {
        var (token, secret) = AccessToken.Issue(personId, kind, time.GetUtcNow());
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        db.Add(token);
        await db.SaveChangesAsync(cancellationToken);
        return (secret, token.ExpiresAt);
    }

    public async Task RevokeAsync(Guid tokenId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await db.AccessTokens.Where(t => t.Id == tokenId).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>The administrator, made where there is none.</summary>
    public async Task<Person> EnsureAdministratorAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var person = await db.People.SingleOrDefaultAsync(p => p.Name == Person.AdministratorName, cancellationToken);
        if (person is null)
        {
            var now = time.GetUtcNow();
            person = new Person { Id = Guid.CreateVersion7(now), Name = Person.AdministratorName, CreatedAt = now };
            db.Add(person);
            await db.SaveChangesAsync(cancellationToken);
        }

        return person;
    }
}
