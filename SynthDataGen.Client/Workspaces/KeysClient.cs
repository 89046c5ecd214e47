namespace SynthDataGen.Client.Workspaces;

/// <summary>API keys of a workspace. Everybody sees and creates their own; administrators see and revoke all.</summary>
public sealed class KeysClient
{
    private readonly Wire wire;
    private readonly string path;

    internal KeysClient(Wire wire, string path) => (this.wire, this.path) = (wire, path + "keys");

    /// <summary>The keys, newest first.</summary>
    public Task<Page<ApiKey>> ListAsync(CancellationToken cancellationToken = default) => wire.GetAsync<Page<ApiKey>>(path, cancellationToken);

    /// <summary>Creates a key for the caller.</summary>
    public Task<IssuedApiKey> IssueAsync(NewApiKey key, CancellationToken cancellationToken = default) =>
        wire.PostAsync<IssuedApiKey>(path, key, cancellationToken);

    /// <summary>Revokes a key immediately.</summary>
    public Task RevokeAsync(Guid id, CancellationToken cancellationToken = default) =>
        wire.SendAsync(HttpMethod.Delete, $"{path}/{id}", cancellationToken);
}
