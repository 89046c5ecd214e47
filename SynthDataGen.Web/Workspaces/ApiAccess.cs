using System.Net;
using System.Security.Claims;
using Microsoft.Extensions.Options;
using SynthDataGen.Client;

namespace SynthDataGen.Web.Workspaces;

/// <summary>Makes clients of the Api that speak for the person who asks.</summary>
public sealed class ApiAccess(IHttpClientFactory clients)
{
    internal const string Calls = "api";

    /// <summary>Uploads, downloads and events take as long as they take.</summary>
    internal const string Streams = "api-streams";

    /// <summary>A client without a person, for signing in. The Api bounds wrong secrets by address, so it is told the browser's.</summary>
    public SynthDataGenClient Anonymous(IPAddress? browser)
    {
        var http = clients.CreateClient(Calls);
        http.DefaultRequestHeaders.Add("X-Forwarded-For", browser?.ToString());
        return new(http);
    }

    /// <summary>A client for the person; null where nobody is signed in.</summary>
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

/// <summary>Adds the way to the Api.</summary>
internal static class ApiAccessRegistration
{
    public static void AddApiAccess(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<WebOptions>().BindConfiguration("Web").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(sp => sp.GetRequiredService<IOptions<WebOptions>>().Value);
        builder.Services.AddSingleton<ApiAccess>();
        var address = builder.Configuration["services:api:http:0"] ?? "http://localhost:5081";
        foreach (var name in new[] { ApiAccess.Calls, ApiAccess.Streams })
        {
            builder.Services.AddHttpClient(name, http =>
            {
                http.BaseAddress = new Uri(address.TrimEnd('/') + "/");
                http.Timeout = name == ApiAccess.Streams ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(100);
            });
        }
    }
}
