using Microsoft.Playwright;
using SynthDataGen.EndToEnd.Stack;

namespace SynthDataGen.EndToEnd.Pages;

/// <summary>The sign-in page.</summary>
public sealed class SignInPage(Visit visit)
{
    public ILocator Secret => visit.Page.GetByTestId("signin-token");

    public ILocator Refusal => visit.Page.GetByRole(AriaRole.Alert);

    public Task GoAsync() => visit.GoAsync("/signin");

    public async Task EnterAsync(string secret)
    {
        await Secret.FillAsync(secret);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    public Task SignOutAsync() => visit.Page.GetByRole(AriaRole.Link, new() { Name = "Sign out" }).ClickAsync();
}
