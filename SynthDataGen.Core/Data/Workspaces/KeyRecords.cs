using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Data.Workspaces;

/// <summary>A key, without its secret.</summary>
public sealed record KeyRow(Guid Id, string Name, string Person, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt);

/// <summary>API keys of workspaces: each is valid in one workspace, with its person's role there.</summary>
public sealed class KeyRecords(IDbContextFactory<SynthDataGenDb> factory, TimeProvider time)
{
    /// <summary>The keys, newest first: of one person, or of everybody.</summary>
    public async Task<IReadOnlyList<KeyRow>> ListAsync(Guid workspaceId, Guid? personId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await (
            from t in KeysOf(db, workspaceId, personId)
            join p in db.People on t.PersonId equals p.Id
            orderby t.Id descending
            select new KeyRow(t.Id, t.Name!, p.Name, t.CreatedAt, t.LastUsedAt)).ToListAsync(cancellationToken);
    }

    /// <summary>Issues a key; its secret is stored nowhere.</summary>
    public async Task<(AccessToken Key, string Secret)> IssueAsync(Guid workspaceId, Guid personId, string name, CancellationToken cancellationToken)
    {
        var (key, secret) = AccessToken.Issue(personId, AccessTokenKind.ApiKey, time.GetUtcNow(), workspaceId, name);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        db.Add(key);
        await db.SaveChangesAsync(cancellationToken);
        return (key, secret);
    }

    /// <summary>Revokes a key, of one person or of anybody; false where there is no such key.</summary>
    public async Task<bool> RevokeAsync(Guid workspaceId, Guid? personId, Guid keyId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await KeysOf(db, workspaceId, personId).Where(t => t.Id == keyId).ExecuteDeleteAsync(cancellationToken) == 1;
    }

    private static IQueryable<AccessToken> KeysOf(SynthDataGenDb db, Guid workspaceId, Guid? personId) =>
        db.AccessTokens.Where(t => t.WorkspaceId == workspaceId && t.Kind == AccessTokenKind.ApiKey && (personId == null || t.PersonId == personId));
}
