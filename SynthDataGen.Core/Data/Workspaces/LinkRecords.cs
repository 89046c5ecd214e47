using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Data.Workspaces;

/// <summary>Sign-in links, each usable once.</summary>
public sealed class LinkRecords(IDbContextFactory<SynthDataGenDb> factory, TimeProvider time)
{
    /// <summary>
    /// Issues a link for a person and revokes earlier ones. Null where the caller may not: the holder of a link is that person everywhere, so
    /// only the person and administrators of all their workspaces may. A key of one workspace cannot make a link for its own person.
    /// </summary>
    public Task<(string Secret, DateTimeOffset ExpiresAt)?> IssueAsync(Caller by, Guid personId, CancellationToken cancellationToken) =>
        factory.InTransactionAsync<(string, DateTimeOffset)?>(
            async db =>
            {
                if (!await MayAsync(db, by, personId, cancellationToken))
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

    private static async Task<bool> MayAsync(SynthDataGenDb db, Caller by, Guid personId, CancellationToken cancellationToken)
    {
        if (by.PersonId == personId)
        {
            return by.WorkspaceId is null;
        }

        var isAdministrator = await db.People.AnyAsync(p => p.Id == personId && p.Name == Person.AdministratorName, cancellationToken);
        return !isAdministrator && await db.WorkspacesOf(personId).AllAsync(w => db.AdministeredBy(by).Contains(w), cancellationToken);
    }
}
