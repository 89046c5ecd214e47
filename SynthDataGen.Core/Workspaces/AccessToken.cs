using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SynthDataGen.Core.Workspaces;

/// <summary>What a token is for.</summary>
public enum AccessTokenKind
{
    /// <summary>For programs; never expires.</summary>
    ApiKey,

    /// <summary>In the sign-in address of the person who started the system; only creates sessions.</summary>
    SignIn,

    /// <summary>In a link given to somebody: creates one session, within <see cref="AccessToken.LinkLifetime"/>.</summary>
    Link,

    /// <summary>Of one signed-in browser; expires after <see cref="AccessToken.SessionLifetime"/>.</summary>
    Session,
}

/// <summary>Identifies a caller. Only its SHA-256 is stored: the token has 256 random bits, so no slow hash is needed.</summary>
public sealed class AccessToken
{
    public static readonly TimeSpan SessionLifetime = TimeSpan.FromDays(14);
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromDays(7);

    public Guid Id { get; init; }
    public Guid PersonId { get; init; }

    /// <summary>The only workspace that it is valid in; null: all of the person's workspaces.</summary>
    public Guid? WorkspaceId { get; init; }

    /// <summary>The name of an API key.</summary>
    public string? Name { get; init; }
    public AccessTokenKind Kind { get; init; }
    public required string Hash { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was used last, to the hour.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>Issues a token; the secret is returned once and stored nowhere.</summary>
    public static (AccessToken Token, string Secret) Issue(Guid personId, AccessTokenKind kind, DateTimeOffset now, Guid? workspaceId = null, string? name = null)
    {
        var secret = $"sdg_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}";
        var token = new AccessToken
        {
            Id = Guid.CreateVersion7(now),
            PersonId = personId,
            WorkspaceId = workspaceId,
            Name = name,
            Kind = kind,
            Hash = HashOf(secret),
            CreatedAt = now,
            ExpiresAt = kind switch
            {
                AccessTokenKind.Session => now + SessionLifetime,
                AccessTokenKind.Link => now + LinkLifetime,
                _ => null,
            },
        };
        return (token, secret);
    }

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
