using SynthDataGen.Client.Workspaces;
using SynthDataGen.Core.Storage;
using Entity = SynthDataGen.Core.Workspaces.Workspace;

namespace SynthDataGen.Api.Workspaces;

/// <summary>Workspaces on the wire.</summary>
internal static class WorkspaceMapping
{
    public static Workspace ToWire(this Entity w, IObjectStore store) =>
        new(w.Id, w.Name, w.Title, w.Bucket, store.Address, w.CreatedAt, w.Sync.Prefix, w.Sync.Include, w.Sync.Exclude, w.Sync.Cron, w.Reading.ToWire(),
            new(w.Review.Reasons, w.Review.LeaseMinutes, w.Review.SecondShare));

    private static ReadingSettings ToWire(this Core.Workspaces.ReadingSettings r) => new(r.Ocr, r.MaxTokens, r.OverlapTokens, r.HeadingLevels);
}
