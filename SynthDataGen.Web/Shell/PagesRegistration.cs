using Radzen;
using SynthDataGen.Web.Documents;
using SynthDataGen.Web.Review.Grid;

namespace SynthDataGen.Web.Shell;

/// <summary>Adds and maps the pages.</summary>
internal static class PagesRegistration
{
    /// <summary>An edited answer may have 100,000 characters, each up to six bytes as JSON.</summary>
    private const long LongestMessage = 1_500_000;

    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets(); // Also when started from the build output in production.
        builder.Services.AddRazorComponents().AddInteractiveServerComponents()
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = LongestMessage);
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddRadzenComponents();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddScoped<LiveChanges>();
        builder.Services.AddScoped<SourceTexts>();
        builder.Services.AddScoped<ListPlace>();
    }

    /// <summary>Shows our own page at unknown addresses.</summary>
    public static void UseNotFoundPage(this IApplicationBuilder app) =>
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
