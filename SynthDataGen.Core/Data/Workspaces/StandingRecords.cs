using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Data.Workspaces;

/// <summary>A workspace, and somebody's role in it.</summary>
public sealed record Standing(Workspace Workspace, MemberRole Role);

/// <summary>The roles of callers, looked up at every call, so that a change of membership takes effect immediately.</summary>
public sealed class StandingRecords(IDbContextFactory<SynthDataGenDb> factory)
{
    /// <summary>The caller's role in a workspace; null where there is no such workspace or the caller is no member.</summary>
    public async Task<Standing?> FindAsync(Caller caller, string workspace, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.StandingsOf(caller, db.ReachableBy(caller).Where(w => w.Name == workspace)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The caller's workspaces, by name.</summary>
    public async Task<IReadOnlyList<Standing>> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.StandingsOf(caller, db.ReachableBy(caller).OrderBy(w => w.Name)).ToListAsync(cancellationToken);
    }
}

/// <summary>The only code that decides who has access to a workspace.</summary>
internal static class Standings
{
    /// <summary>The workspaces for which the caller's token is valid, whether or not the caller is a member.</summary>
    public static IQueryable<Workspace> ReachableBy(this SynthDataGenDb db, Caller caller) =>
        db.Workspaces.AsNoTracking().Where(w => w.DeletedAt == null && (caller.WorkspaceId == null || w.Id == caller.WorkspaceId));

    /// <summary>The caller's roles in those of the workspaces where they are a member.</summary>
    public static IQueryable<Standing> StandingsOf(this SynthDataGenDb db, Caller caller, IQueryable<Workspace> reachable) => caller.IsAdministrator
        ? reachable.Select(w => new Standing(w, MemberRole.Administrator))
        : from w in reachable
          join m in db.Memberships on w.Id equals m.WorkspaceId
          where m.PersonId == caller.PersonId && m.RemovedAt == null
          select new Standing(w, m.Role);

    /// <summary>The workspaces whose members the caller may manage.</summary>
    public static IQueryable<Guid> AdministeredBy(this SynthDataGenDb db, Caller caller)
    {
        var reachable = db.ReachableBy(caller);
        return caller.IsAdministrator
            ? reachable.Select(w => w.Id)
            : db.Memberships.Where(m => m.PersonId == caller.PersonId && m.RemovedAt == null && m.Role == MemberRole.Administrator)
                .Where(m => reachable.Any(w => w.Id == m.WorkspaceId)).Select(m => m.WorkspaceId);
    }

    /// <summary>The workspaces of which a person is a member; the system's administrator is a member of none.</summary>
    public static IQueryable<Guid> WorkspacesOf(this SynthDataGenDb db, Guid personId) =>
        db.Memberships.Where(m => m.PersonId == personId && m.RemovedAt == null)
            .Where(m => db.Workspaces.Any(w => w.Id == m.WorkspaceId && w.DeletedAt == null)).Select(m => m.WorkspaceId);
}
