using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;

namespace SynthDataGen.Web.Workspaces;

/// <summary>Adds and uses the sign-in: nothing is reachable without it but the sign-in page, its styles and health.</summary>
internal static class SignInRegistration
{
    public static void AddSignIn(this IHostApplicationBuilder builder)
    {
        var protection = builder.Services.AddDataProtection().SetApplicationName("SynthDataGen.Web");
        if (builder.Configuration["Web:KeysFolder"] is { Length: > 0 } folder)
        {
            protection.PersistKeysToFileSystem(new DirectoryInfo(folder));
        }

        builder.Services.AddAuthentication(SessionCookie.Scheme).AddCookie(options =>
        {
            options.Cookie.Name = "synthdatagen";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.LoginPath = "/signin";
            options.ReturnUrlParameter = "returnUrl";
            options.SlidingExpiration = false;
        });
        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    public static void UseSignIn(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }
}
