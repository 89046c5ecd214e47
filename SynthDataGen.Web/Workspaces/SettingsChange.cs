using SynthDataGen.Client.Workspaces;

namespace SynthDataGen.Web.Workspaces;

/// <summary>Saves one form of the settings.</summary>
internal static class SettingsChange
{
    /// <summary>
    /// Changes a part of a workspace's settings and returns the saved workspace. The other parts keep their saved values, which may differ from
    /// what was shown: another form or another person may have saved them since.
    /// </summary>
    public static async Task<Client.Workspaces.Workspace> ChangeAsync(
        this WorkspacesClient workspaces, string name, Func<WorkspaceSettings, WorkspaceSettings> change, CancellationToken cancellationToken)
    {
        var now = await workspaces.GetAsync(name, cancellationToken);
        var kept = new WorkspaceSettings
        {
            Title = now.Title, Prefix = now.Prefix, Include = now.Include, Exclude = now.Exclude, SyncCron = now.SyncCron,
            Reading = now.Reading, Review = now.Review,
        };
        return await workspaces.UpdateAsync(name, change(kept), cancellationToken);
    }
}
