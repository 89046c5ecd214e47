using System.Diagnostics;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Radzen;
using SynthDataGen.Client;
using SynthDataGen.Client.Workspaces;
using SynthDataGen.Web.Documents;
using SynthDataGen.Web.Review.Grid;
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
        Services.AddScoped<ListPlace>();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    private protected virtual CannedData Canned() => new();

    /// <summary>What the person of the test may do.</summary>
    private protected virtual May May => new(Roles.Administrator, MakeWorkspaces: true);

    private protected static string Id(string name) => $"[data-testid={name}]";

    /// <summary>Repeats the assertion on the renderer's own thread until it holds, whether or not anything renders in the meantime.</summary>
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

    /// <summary>The element, once it exists.</summary>
    private protected static async Task<IElement> FindAsync<T>(IRenderedComponent<T> part, string selector)
        where T : IComponent
    {
        IElement? found = null;
        await EventuallyAsync(part, () => found = part.Find(selector));
        return found!;
    }

    /// <summary>Acts on an element, and waits until the page has handled it completely.</summary>
    /// <remarks>Finding and acting are one turn of the renderer: rendering in between would remove the handlers of the element.</remarks>
    private protected static async Task ActAsync<T>(IRenderedComponent<T> part, Func<IElement> find, Func<IElement, Task> act)
        where T : IComponent
    {
        Task? acted = null;
        await EventuallyAsync(part, () => acted = act(find()));
        await acted!;
    }

    /// <summary>Clicks the first match with these words, or a later one.</summary>
    private protected static Task ClickAsync<T>(IRenderedComponent<T> part, string selector, string words = "", int at = 0)
        where T : IComponent =>
        ActAsync(part, () => part.FindAll(selector).Where(one => one.TextContent.Contains(words, StringComparison.Ordinal)).ElementAt(at), one => one.ClickAsync());

    private protected static Task ChangeAsync<T>(IRenderedComponent<T> part, string selector, object value, int at = 0)
        where T : IComponent => ActAsync(part, () => part.FindAll(selector)[at], field => field.ChangeAsync(value));

    private protected static Task SubmitAsync<T>(IRenderedComponent<T> part, string selector)
        where T : IComponent => ActAsync(part, () => part.Find(selector), form => form.SubmitAsync());

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await Api.DisposeAsync();
        http.Dispose();
    }
}
