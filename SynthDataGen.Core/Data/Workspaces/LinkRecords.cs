using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Data.Workspaces;

/// <summary>Links that people sign in with, each once.</summary>
public sealed class LinkRecords(IDbContextFactory<SynthDataGenDb> factory, TimeProvider time)
{
    /// <summary>
    /// Issues a link for a person and ends those before it. Null where the caller may not: who holds the link is that person everywhere, so
    /// besides the person only somebody who administers all their workspaces may. A key of one workspace makes no link for its own person.
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
