namespace SynthDataGen.Client.Workspaces;

/// <summary>Signing in, and the workspaces themselves.</summary>
public sealed class WorkspacesClient
{
    private readonly Wire wire;

    internal WorkspacesClient(Wire wire) => this.wire = wire;

    /// <summary>Exchanges the secret of a sign-in address or link for a session. A link works once.</summary>
    public Task<Session> SignInAsync(string token, CancellationToken cancellationToken = default) =>
        wire.PostAsync<Session>("session", new SignIn(token), cancellationToken);

    /// <summary>Ends the session that this client's token belongs to.</summary>
    public Task SignOutAsync(CancellationToken cancellationToken = default) =>
        wire.SendAsync(HttpMethod.Delete, "session", cancellationToken);

    /// <summary>The caller, with their role in each workspace.</summary>
    public Task<Me> GetMeAsync(CancellationToken cancellationToken = default) => wire.GetAsync<Me>("me", cancellationToken);

    /// <summary>The caller's workspaces.</summary>
    public Task<Page<Workspace>> ListAsync(CancellationToken cancellationToken = default) =>
        wire.GetAsync<Page<Workspace>>("workspaces", cancellationToken);

    /// <summary>One workspace by its short name.</summary>
    public Task<Workspace> GetAsync(string name, CancellationToken cancellationToken = default) =>
        wire.GetAsync<Workspace>($"workspaces/{Uri.EscapeDataString(name)}", cancellationToken);

    /// <summary>Creates a workspace with its bucket and default recipe; only for the system's administrator.</summary>
    public Task<Workspace> CreateAsync(NewWorkspace workspace, CancellationToken cancellationToken = default) =>
        wire.PostAsync<Workspace>("workspaces", workspace, cancellationToken);

    /// <summary>Changes a workspace's title, scope, sync schedule and reading.</summary>
    public Task<Workspace> UpdateAsync(string name, WorkspaceSettings settings, CancellationToken cancellationToken = default) =>
        wire.SendAsync<Workspace>(HttpMethod.Put, $"workspaces/{Uri.EscapeDataString(name)}", settings, cancellationToken);

    /// <summary>
    /// Deletes a workspace with its documents' texts, recipes, generators, runs and pairs; only for administrators. The objects in its
    /// bucket stay. It disappears immediately; the server removes its rows in the background.
    /// </summary>
    public Task DeleteAsync(string name, CancellationToken cancellationToken = default) =>
        wire.SendAsync(HttpMethod.Delete, $"workspaces/{Uri.EscapeDataString(name)}", cancellationToken);
}
