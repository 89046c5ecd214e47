using System.Collections.Concurrent;
using Microsoft.Playwright;
using SynthDataGen.EndToEnd.Pages;

namespace SynthDataGen.EndToEnd.Stack;

/// <summary>A person at a browser window, and what the browser complained about meanwhile.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> alarms = new();

    private Visit(IPage page, Admin admin) => (Page, Admin) = (page, admin);

    public IPage Page { get; }

    public Admin Admin { get; }

    /// <summary>Dialogs, errors in scripts, and errors in the console: a page of ours causes none.</summary>
    public IReadOnlyCollection<string> Alarms => alarms;

    public DocumentsPage Documents => new(this);

    public GenerationPage Generation => new(this);

    public GeneratorsPage Generators => new(this);

    public ReviewPage Review => new(this);

    public DeskPage Desk => new(this);

    public ExportPage Export => new(this);

    public SignInPage SignIn => new(this);

    internal static async Task<Visit> OpenAsync(Browser browser, Admin admin)
    {
        var visit = new Visit(await browser.OpenAsync(), admin);
        visit.Listen();
        return visit;
    }

    /// <summary>Goes to an address of ours, as a person who types it.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(new Uri(Admin.WebUrl, path).AbsoluteUri, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
    }

    /// <summary>Opens the one-click address, then the workspace.</summary>
    public async Task<Visit> SignedInAsync(string workspace)
    {
        await Page.GotoAsync(Admin.SignInUrl.AbsoluteUri);
        await GoAsync($"/workspaces/{workspace}/enter");
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Home" })).ToBeVisibleAsync();
        return this;
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private void Listen()
    {
        Page.PageError += (_, error) => alarms.Enqueue($"script: {error}");
        Page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                alarms.Enqueue($"console: {message.Text}");
            }
        };
        Page.Dialog += async (_, dialog) =>
        {
            alarms.Enqueue($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
    }
}
