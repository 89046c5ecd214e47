using SynthDataGen.Client.Workspaces;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Storage;
using Entity = SynthDataGen.Core.Workspaces.Workspace;

namespace SynthDataGen.Api.Workspaces;

/// <summary>Workspaces, their members and their keys on the wire.</summary>
internal static class WorkspaceMapping
{
    public static Workspace ToWire(this Entity w, IObjectStore store) =>
        new(w.Id, w.Name, w.Title, w.Bucket, store.Address, w.CreatedAt, w.Sync.Prefix, w.Sync.Include, w.Sync.Exclude, w.Sync.Cron, w.Reading.ToWire(),
            new(w.Review.Reasons, w.Review.LeaseMinutes, w.Review.SecondShare));

    public static Member ToWire(this MemberRow m) =>
        new(m.PersonId, m.Name, m.Role.ToWire(), m.Contact, m.CreatedAt, m.LastSeenAt, m.LinkExpiresAt, m.IsEverywhere);

    public static ApiKey ToWire(this KeyRow k) => new(k.Id, k.Name, k.Person, k.CreatedAt, k.LastUsedAt);

    private static ReadingSettings ToWire(this Core.Workspaces.ReadingSettings r) => new(r.Ocr, r.MaxTokens, r.OverlapTokens, r.HeadingLevels);
}
