using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SynthDataGen.ServiceDefaults.Tests;

internal sealed class EmptyContext(DbContextOptions<EmptyContext> options) : DbContext(options);

/// <summary>A small process of ours, on a real port.</summary>
internal static class TestApp
{
    public const string Nowhere = "Host=127.0.0.1;Port=1;Username=someone;Password=hush;Database=nothing;Timeout=2";

    public static WebApplication Create(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        builder.AddServiceDefaults();
        if (settings.Any(setting => setting.Key == "Database"))
        {
            builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:synthdatagen", builder.Configuration["Database"])]);
            builder.AddDatabase<EmptyContext>("synthdatagen");
        }

        var app = builder.Build();
        app.MapDefaultEndpoints();
        app.MapGet("/hello", () => "hello");
        return app;
    }

    /// <summary>A client that leaves no spans of its own among those of the process under test.</summary>
    public static HttpClient CreateClient(this WebApplication app)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { BaseAddress = new Uri(address) };
    }
}
