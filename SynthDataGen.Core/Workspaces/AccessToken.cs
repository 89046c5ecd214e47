using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SynthDataGen.Core.Workspaces;

/// <summary>What a token is good for.</summary>
public enum AccessTokenKind
{
    /// <summary>For programs; does not end.</summary>
    ApiKey,

    /// <summary>In the sign-in address of who started the system; good for making sessions only.</summary>
    SignIn,

    /// <summary>In a link that is handed to somebody: makes one session, within <see cref="AccessToken.LinkLifetime"/>.</summary>
    Link,

    /// <summary>Of one signed-in browser; ends after <see cref="AccessToken.SessionLifetime"/>.</summary>
    Session,
}

/// <summary>Proof of who calls. Only its SHA-256 is kept: the token has 256 random bits, so that no slow hash is needed.</summary>
public sealed class AccessToken
{
    public static readonly TimeSpan SessionLifetime = TimeSpan.FromDays(14);
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromDays(7);

    public Guid Id { get; init; }
    public Guid PersonId { get; init; }

    /// <summary>The only workspace that it is good in; null: it is good in all that are the person's.</summary>
    public Guid? WorkspaceId { get; init; }

    /// <summary>What a key is called.</summary>
    public string? Name { get; init; }
    public AccessTokenKind Kind { get; init; }
    public required string Hash { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was used last, to the hour.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>Makes a token; the secret is returned once and kept nowhere.</summary>
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
