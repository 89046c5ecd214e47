using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SynthDataGen.Core.Workspaces;

/// <summary>What a token is good for.</summary>
public enum AccessTokenKind
{
    /// <summary>For programs; does not end.</summary>
    ApiKey,

    /// <summary>In the sign-in address; good for making sessions only.</summary>
    SignIn,

    /// <summary>Of one signed-in browser; ends after <see cref="AccessToken.SessionLifetime"/>.</summary>
    Session,
}

/// <summary>Proof of who calls. Only its SHA-256 is kept: the token has 256 random bits, so that no slow hash is needed.</summary>
public sealed class AccessToken
{
    public static readonly TimeSpan SessionLifetime = TimeSpan.FromDays(14);

    public Guid Id { get; init; }
    public Guid PersonId { get; init; }
    public AccessTokenKind Kind { get; init; }
    public required string Hash { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Makes a token; the secret is returned once and kept nowhere.</summary>
    public static (AccessToken Token, string Secret) Issue(Guid personId, AccessTokenKind kind, DateTimeOffset now)
    {
        var secret = $"sdg_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}";
        var token = new AccessToken
        {
            Id = Guid.CreateVersion7(now),
            PersonId = personId,
            Kind = kind,
            Hash = HashOf(secret),
            CreatedAt = now,
            ExpiresAt = kind == AccessTokenKind.Session ? now + SessionLifetime : null,
        };
        return (token, secret);
    }

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
