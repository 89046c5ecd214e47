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

    public static void AddBearerAccess(this IServiceCollection services)
    {
        services.AddAuthentication(Scheme).AddScheme<AuthenticationSchemeOptions, Handler>(Scheme, null);
        services.AddAuthorization();
    }

    /// <summary>Whose token the call was made with.</summary>
    public static Caller Caller(this ClaimsPrincipal principal) => ((CallerIdentity)principal.Identity!).Caller;

    /// <summary>The name that decisions carry.</summary>
    public static string Name(this ClaimsPrincipal principal) => principal.Caller().Name;

    private sealed class CallerIdentity(Caller caller) : ClaimsIdentity([new(ClaimTypes.Name, caller.Name)], Scheme)
    {
        public Caller Caller => caller;
    }

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
            return caller is { Kind: AccessTokenKind.ApiKey or AccessTokenKind.Session }
                ? AuthenticateResult.Success(new(new(new CallerIdentity(caller)), Scheme.Name))
                : AuthenticateResult.Fail("unknown or ended token");
        }
    }
}
