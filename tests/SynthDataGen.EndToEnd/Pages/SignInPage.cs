using Microsoft.Playwright;
using SynthDataGen.Client.Workspaces;
using SynthDataGen.EndToEnd.Stack;

namespace SynthDataGen.EndToEnd.Pages;

/// <summary>The sign-in page.</summary>
public sealed class SignInPage(Visit visit)
{
    public ILocator Secret => visit.Page.GetByTestId("signin-token");

    public ILocator Refusal => visit.Page.GetByRole(AriaRole.Alert);

    public Task GoAsync() => visit.GoAsync("/signin");

    /// <summary>Opens a sign-in link and presses the button.</summary>
    public async Task UseAsync(SignInLink link)
    {
        await visit.Page.GotoAsync(link.Url);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Home" })).ToBeVisibleAsync();
    }

    public async Task EnterAsync(string secret)
    {
        await Secret.FillAsync(secret);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    public Task SignOutAsync() => visit.Page.GetByRole(AriaRole.Link, new() { Name = "Sign out" }).ClickAsync();
}
