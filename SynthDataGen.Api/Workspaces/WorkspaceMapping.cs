using SynthDataGen.Client.Workspaces;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Storage;

namespace SynthDataGen.Api.Workspaces;

/// <summary>Workspaces, their members and their keys on the wire.</summary>
internal static class WorkspaceMapping
{
    public static Workspace ToWire(this Core.Workspaces.Workspace w, IObjectStore store) =>
        new()
        {
            Id = w.Id, Name = w.Name, Title = w.Title, Bucket = w.Bucket, Store = store.Address, CreatedAt = w.CreatedAt,
            Prefix = w.Sync.Prefix, Include = w.Sync.Include, Exclude = w.Sync.Exclude, SyncCron = w.Sync.Cron, Reading = w.Reading.ToWire(),
            Review = new(w.Review.Reasons, w.Review.LeaseMinutes, w.Review.SecondShare),
        };

    public static Member ToWire(this MemberRow m) =>
        new()
        {
            Id = m.PersonId, Name = m.Name, Role = m.Role.ToWire(), Contact = m.Contact, CreatedAt = m.CreatedAt, LastSeenAt = m.LastSeenAt,
            LinkExpiresAt = m.LinkExpiresAt, IsEverywhere = m.IsEverywhere,
        };

    public static ApiKey ToWire(this KeyRow k) => new() { Id = k.Id, Name = k.Name, Person = k.Person, CreatedAt = k.CreatedAt, LastUsedAt = k.LastUsedAt };

    private static ReadingSettings ToWire(this Core.Workspaces.ReadingSettings r) => new(r.Ocr, r.MaxTokens, r.OverlapTokens, r.HeadingLevels);
}
