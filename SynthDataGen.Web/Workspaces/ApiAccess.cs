using System.Net;
using System.Security.Claims;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using SynthDataGen.Client;

namespace SynthDataGen.Web.Workspaces;

/// <summary>Creates Api clients that act for the signed-in person.</summary>
public sealed class ApiAccess(IHttpClientFactory clients)
{
    internal const string Calls = "api";

    /// <summary>Uploads, downloads and events have no time limit.</summary>
    internal const string Streams = "api-streams";

    /// <summary>A client without a person, for signing in. The Api limits wrong secrets per address, so it gets the browser's.</summary>
    public SynthDataGenClient Anonymous(IPAddress? browser)
    {
        var http = clients.CreateClient(Calls);
        http.DefaultRequestHeaders.Add("X-Forwarded-For", browser?.ToString());
        return new(http);
    }

    /// <summary>A client for the person; null if nobody is signed in.</summary>
    public SignedIn? For(ClaimsPrincipal person)
    {
        var (token, workspace) = (person.FindFirstValue(SessionCookie.Token), person.FindFirstValue(SessionCookie.Workspace));
        if (token is null || workspace is null)
        {
            return null;
        }

        var client = new SynthDataGenClient(clients.CreateClient(Calls), token);
        var streams = new SynthDataGenClient(clients.CreateClient(Streams), token);
        return new SignedIn(client, client.Workspace(workspace), streams.Workspace(workspace), person.Identity?.Name ?? "");
    }
}

/// <summary>Adds access to the Api.</summary>
internal static class ApiAccessRegistration
{
    /// <summary>The service's name in the AppHost, which service discovery resolves.</summary>
    private static readonly Uri Address = new("https+http://api/");

    public static void AddApiAccess(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<WebOptions>().BindConfiguration("Web").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(sp => sp.GetRequiredService<IOptions<WebOptions>>().Value);
        builder.Services.AddSingleton<ApiAccess>();
        // What reads is tried again while the Api restarts. What writes isn't: it would be done twice. Streams have no time limit.
        builder.Services.AddHttpClient(ApiAccess.Calls, http => http.BaseAddress = Address)
            .AddResilienceHandler("reads", calls => calls.AddRetry(Retries()));
        builder.Services.AddHttpClient(ApiAccess.Streams, http =>
        {
            http.BaseAddress = Address;
            http.Timeout = Timeout.InfiniteTimeSpan;
        });
    }

    private static HttpRetryStrategyOptions Retries()
    {
        var retries = new HttpRetryStrategyOptions { MaxRetryAttempts = 2, Delay = TimeSpan.FromMilliseconds(200), ShouldHandle = new PredicateBuilder<HttpResponseMessage>().Handle<HttpRequestException>() };
        retries.DisableForUnsafeHttpMethods();
        return retries;
    }
}
