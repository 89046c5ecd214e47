namespace SynthDataGen.Client.Workspaces;

/// <summary>Signing in, and the workspaces themselves.</summary>
public sealed class WorkspacesClient
{
    private readonly Wire wire;

    internal WorkspacesClient(Wire wire) => this.wire = wire;

    /// <summary>Turns the secret of a sign-in address or link into a session. A link works once.</summary>
    public Task<Session> SignInAsync(string token, CancellationToken cancellationToken = default) =>
        wire.PostAsync<Session>("session", new SignIn(token), cancellationToken);

    /// <summary>Ends the session that this client's token belongs to.</summary>
    public Task SignOutAsync(CancellationToken cancellationToken = default) =>
        wire.SendAsync(HttpMethod.Delete, "session", cancellationToken);

    /// <summary>Who the caller is, and what in which workspace.</summary>
    public Task<Me> GetMeAsync(CancellationToken cancellationToken = default) => wire.GetAsync<Me>("me", cancellationToken);

    /// <summary>The workspaces that the caller is in.</summary>
    public Task<Page<Workspace>> ListAsync(CancellationToken cancellationToken = default) =>
        wire.GetAsync<Page<Workspace>>("workspaces", cancellationToken);

    /// <summary>One workspace by its short name.</summary>
    public Task<Workspace> GetAsync(string name, CancellationToken cancellationToken = default) =>
        wire.GetAsync<Workspace>($"workspaces/{Uri.EscapeDataString(name)}", cancellationToken);

    /// <summary>Makes a workspace with its bucket and its default recipe; only the system's administrator may.</summary>
    public Task<Workspace> CreateAsync(NewWorkspace workspace, CancellationToken cancellationToken = default) =>
        wire.PostAsync<Workspace>("workspaces", workspace, cancellationToken);

    /// <summary>Changes a workspace's title, which objects belong to it, when it is synced, and how its documents are read.</summary>
    public Task<Workspace> UpdateAsync(string name, WorkspaceSettings settings, CancellationToken cancellationToken = default) =>
        wire.SendAsync<Workspace>(HttpMethod.Put, $"workspaces/{Uri.EscapeDataString(name)}", settings, cancellationToken);

    /// <summary>
    /// Deletes a workspace with its documents' texts, its recipes, generators, runs and pairs; only an administrator may. The objects in its
    /// bucket stay. It is gone at once, while the server takes its rows away.
    /// </summary>
    public Task DeleteAsync(string name, CancellationToken cancellationToken = default) =>
        wire.SendAsync(HttpMethod.Delete, $"workspaces/{Uri.EscapeDataString(name)}", cancellationToken);
}
