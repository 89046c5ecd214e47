using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Data.Workspaces;

/// <summary>A workspace, and what somebody is in it.</summary>
public sealed record Standing(Workspace Workspace, MemberRole Role);

/// <summary>Where a caller stands: looked up at every call, so that a change of membership counts at once.</summary>
public sealed class StandingRecords(IDbContextFactory<SynthDataGenDb> factory)
{
    /// <summary>What the caller is in a workspace; null where there is none of the name or it is none of theirs.</summary>
    public async Task<Standing?> FindAsync(Caller caller, string workspace, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.StandingsOf(caller, db.ReachableBy(caller).Where(w => w.Name == workspace)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>All workspaces of the caller, by name.</summary>
    public async Task<IReadOnlyList<Standing>> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.StandingsOf(caller, db.ReachableBy(caller).OrderBy(w => w.Name)).ToListAsync(cancellationToken);
    }
}

/// <summary>The one place that says whose a workspace is.</summary>
internal static class Standings
{
    /// <summary>The workspaces that the caller's token is good in, if they are theirs.</summary>
    public static IQueryable<Workspace> ReachableBy(this SynthDataGenDb db, Caller caller) =>
        db.Workspaces.AsNoTracking().Where(w => w.DeletedAt == null && (caller.WorkspaceId == null || w.Id == caller.WorkspaceId));

    /// <summary>What the caller is in those of the workspaces that are theirs.</summary>
    public static IQueryable<Standing> StandingsOf(this SynthDataGenDb db, Caller caller, IQueryable<Workspace> reachable) => caller.IsAdministrator
        ? reachable.Select(w => new Standing(w, MemberRole.Administrator))
        : from w in reachable
          join m in db.Memberships on w.Id equals m.WorkspaceId
          where m.PersonId == caller.PersonId && m.RemovedAt == null
          select new Standing(w, m.Role);

    /// <summary>The workspaces whose members the caller may change.</summary>
    public static IQueryable<Guid> AdministeredBy(this SynthDataGenDb db, Caller caller)
    {
        var reachable = db.ReachableBy(caller);
        return caller.IsAdministrator
            ? reachable.Select(w => w.Id)
            : db.Memberships.Where(m => m.PersonId == caller.PersonId && m.RemovedAt == null && m.Role == MemberRole.Administrator)
                .Where(m => reachable.Any(w => w.Id == m.WorkspaceId)).Select(m => m.WorkspaceId);
    }

    /// <summary>The workspaces that a person is in as a member; the system's administrator is in none.</summary>
    public static IQueryable<Guid> WorkspacesOf(this SynthDataGenDb db, Guid personId) =>
        db.Memberships.Where(m => m.PersonId == personId && m.RemovedAt == null)
            .Where(m => db.Workspaces.Any(w => w.Id == m.WorkspaceId && w.DeletedAt == null)).Select(m => m.WorkspaceId);
}
