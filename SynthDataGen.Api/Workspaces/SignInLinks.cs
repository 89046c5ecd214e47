using Microsoft.Extensions.Options;
using SynthDataGen.Api.Start;
using SynthDataGen.Client.Workspaces;
using SynthDataGen.Core.Data.Workspaces;

namespace SynthDataGen.Api.Workspaces;

/// <summary>
/// Sign-in links as people are handed them. The secret stands in the address's fragment, which no browser sends: it gets into no log and no
/// referrer, and what looks at links before people do cannot use it up.
/// </summary>
internal sealed class SignInLinks(AccessRecords access, IOptions<SetupOptions> setup)
{
    /// <summary>A new link for the person; null where the caller may not.</summary>
    public async Task<SignInLink?> IssueAsync(Caller by, Guid personId, CancellationToken cancellationToken) =>
        await access.IssueLinkAsync(by, personId, cancellationToken) is { } link
            ? new(link.Secret, $"{setup.Value.WebUrl}/signin#{link.Secret}", link.ExpiresAt)
            : null;
}
