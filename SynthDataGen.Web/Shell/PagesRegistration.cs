using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
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

    /// <summary>Answers failed requests with our own page. In development too: ASP.NET Core's page prints the request's headers, and with them the session cookie.</summary>
    public static void UseErrorPage(this IApplicationBuilder app) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        StatusCodeSelector = exception => exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        ExceptionHandler = context =>
        {
            SecurityHeaders.Set(context.Response.Headers); // The handler starts with a cleared response.
            var parameters = new Dictionary<string, object?> { [nameof(ErrorPage.TraceId)] = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier };
            return new RazorComponentResult<ErrorPage>(parameters).ExecuteAsync(context);
        },
    });

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
