using System.Diagnostics;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Radzen;
using SynthDataGen.Client;
using SynthDataGen.Client.Workspaces;
using SynthDataGen.Web.Documents;
using SynthDataGen.Web.Shell;
using SynthDataGen.Web.Tests.CannedApi;
using SynthDataGen.Web.Workspaces;

namespace SynthDataGen.Web.Tests;

/// <summary>Renders parts that talk through the real SDK over real HTTP to the canned Api.</summary>
public abstract class WebTest : BunitContext, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly HttpClient http = new();

    private protected CannedServer Api { get; private set; } = null!;

    private protected CannedData Data => Api.Data;

    private protected NavigationManager Address => Services.GetRequiredService<NavigationManager>();

    public virtual async ValueTask InitializeAsync()
    {
        Api = await CannedServer.StartAsync(data: Canned());
        http.BaseAddress = new Uri(Api.Address);
        var client = new SynthDataGenClient(http, CannedData.Token);
        RenderTree.Add<CascadingValue<SignedIn>>(cascade => cascade.Add(value => value.Value, new SignedIn(client, client.Workspace("default"), client.Workspace("default"), "admin") { May = May }));
        Services.AddRadzenComponents();
        Services.AddSingleton(TimeProvider.System);
        Services.AddScoped<LiveChanges>();
        Services.AddScoped<SourceTexts>();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    private protected virtual CannedData Canned() => new();

    /// <summary>What the person of the test may do.</summary>
    private protected virtual May May => new(Roles.Administrator, MakeWorkspaces: true);

    private protected static string Id(string name) => $"[data-testid={name}]";

    /// <summary>Asks until it holds, on the renderer's own thread, whether or not something is rendered meanwhile.</summary>
    private protected static async Task EventuallyAsync<T>(IRenderedComponent<T> part, Action assertion)
        where T : IComponent
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                await part.InvokeAsync(assertion);
                return;
            }
            catch (Exception) when (waited.Elapsed < Patience)
            {
                await Task.Delay(20);
            }
        }
    }

    private protected static async Task<IElement> FindAsync<T>(IRenderedComponent<T> part, string selector)
        where T : IComponent
    {
        await EventuallyAsync(part, () => part.Find(selector));
        return part.Find(selector);
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await Api.DisposeAsync();
        http.Dispose();
    }
}
