using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace SynthDataGen.Core.Data.Changes;

/// <summary>A change in a workspace.</summary>
/// <param name="WorkspaceId">Where.</param>
/// <param name="Kind">document, run, pair, export, workspace, member.</param>
/// <param name="Id">What; null: several.</param>
public sealed record ChangeNote(Guid WorkspaceId, string Kind, Guid? Id)
{
    public const string Channel = "synthdatagen_changes";
    public const string Document = "document";
    public const string Run = "run";
    public const string Pair = "pair";
    public const string Export = "export";

    /// <summary>Its title or its settings.</summary>
    public const string Workspace = "workspace";

    /// <summary>Who is in it, and as what; the id is the person's.</summary>
    public const string Member = "member";

    /// <summary>All of them, members last.</summary>
    internal static readonly IReadOnlyList<string> Kinds = [Document, Run, Pair, Export, Workspace, Member];
}

/// <summary>Notifies listeners of a change if and when its transaction commits.</summary>
internal static class ChangeNotes
{
    public static Task NotifyAsync(this SynthDataGenDb db, Guid workspaceId, string kind, Guid? id, CancellationToken cancellationToken)
    {
        var note = JsonSerializer.Serialize(new ChangeNote(workspaceId, kind, id), JsonSerializerOptions.Web);
        return db.Database.ExecuteSqlAsync($"SELECT pg_notify({ChangeNote.Channel}, {note})", cancellationToken);
    }
}
