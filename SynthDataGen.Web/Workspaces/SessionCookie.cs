using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using SynthDataGen.Client.Workspaces;

namespace SynthDataGen.Web.Workspaces;

/// <summary>The sign-in cookie: it carries the session token, encrypted, and the workspace that the person is in.</summary>
internal static class SessionCookie
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
    public const string Token = "synthdatagen:token";
    public const string Workspace = "synthdatagen:workspace";
    private const string Expires = "synthdatagen:expires";

    public static Task WriteAsync(HttpContext context, Session session) => context.SignInAsync(
        Scheme,
        Person(session.Token, session.Name, session.Workspace, session.ExpiresAt),
        new AuthenticationProperties { IsPersistent = true, ExpiresUtc = session.ExpiresAt });

    /// <summary>The same person in another workspace.</summary>
    public static Task MoveAsync(HttpContext context, string workspace)
    {
        var user = context.User;
        var expires = DateTimeOffset.Parse(user.FindFirstValue(Expires)!, null);
        return context.SignInAsync(
            Scheme,
            Person(user.FindFirstValue(Token)!, user.Identity?.Name ?? "", workspace, expires),
            new AuthenticationProperties { IsPersistent = true, ExpiresUtc = expires });
    }

    private static ClaimsPrincipal Person(string token, string name, string workspace, DateTimeOffset expires) => new(new ClaimsIdentity(
        [new(ClaimTypes.Name, name), new(Token, token), new(Workspace, workspace), new(Expires, expires.ToString("O"))],
        Scheme));
}
