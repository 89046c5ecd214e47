namespace SynthDataGen.Client.Workspaces;

/// <summary>Who is in a workspace. Everybody in it sees them; only administrators change them.</summary>
public sealed class MembersClient
{
    private readonly Wire wire;
    private readonly string path;

    internal MembersClient(Wire wire, string path) => (this.wire, this.path) = (wire, path + "members");

    /// <summary>All of them, and last the system's administrator.</summary>
    public Task<Page<Member>> ListAsync(CancellationToken cancellationToken = default) => wire.GetAsync<Page<Member>>(path, cancellationToken);

    /// <summary>Adds somebody.</summary>
    public Task<AddedMember> AddAsync(NewMember member, CancellationToken cancellationToken = default) =>
        wire.PostAsync<AddedMember>(path, member, cancellationToken);

    /// <summary>Gives a member another role or contact.</summary>
    public Task<Member> ChangeAsync(Guid id, MemberChange change, CancellationToken cancellationToken = default) =>
        wire.SendAsync<Member>(HttpMethod.Put, $"{path}/{id}", change, cancellationToken);

    /// <summary>Takes a member out of the workspace, with their keys of it. Their decisions stay under their name.</summary>
    public Task RemoveAsync(Guid id, CancellationToken cancellationToken = default) =>
        wire.SendAsync(HttpMethod.Delete, $"{path}/{id}", cancellationToken);

    /// <summary>A new sign-in link for a member or for oneself; earlier links stop working.</summary>
    public Task<SignInLink> IssueLinkAsync(Guid id, CancellationToken cancellationToken = default) =>
        wire.PostAsync<SignInLink>($"{path}/{id}/link", null, cancellationToken);
}
