using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Api.Access;

/// <summary>Lets in who sends a good <c>Authorization: Bearer</c> token: an API key or a session.</summary>
internal static class BearerAccess
{
    private const string Scheme = "Bearer";
    private const string TokenId = "token-id";

    public static void AddBearerAccess(this IServiceCollection services)
    {
        services.AddAuthentication(Scheme).AddScheme<AuthenticationSchemeOptions, Handler>(Scheme, null);
        services.AddAuthorization();
    }

    /// <summary>The name that decisions carry.</summary>
    public static string Name(this ClaimsPrincipal caller) => caller.Identity!.Name!;

    /// <summary>The token that the call was made with.</summary>
    public static Guid Token(this ClaimsPrincipal caller) => Guid.Parse(caller.FindFirstValue(TokenId)!);

    private sealed class Handler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccessRecords access)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var header = Request.Headers.Authorization.ToString();
            if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            {
                return AuthenticateResult.NoResult();
            }

            var caller = await access.FindCallerAsync(header["Bearer ".Length..].Trim(), Context.RequestAborted);
            if (caller is null or { Kind: AccessTokenKind.SignIn })
            {
                return AuthenticateResult.Fail("unknown or ended token");
            }

            Claim[] claims = [new(ClaimTypes.Name, caller.Name), new(ClaimTypes.NameIdentifier, caller.PersonId.ToString()), new(TokenId, caller.TokenId.ToString())];
            return AuthenticateResult.Success(new(new(new ClaimsIdentity(claims, Scheme.Name)), Scheme.Name));
        }
    }
}
