using Microsoft.Playwright;
using SynthDataGen.EndToEnd.Stack;

namespace SynthDataGen.EndToEnd;

/// <summary>Nothing is reachable without signing in.</summary>
public sealed class SignInTests(RunningStack stack) : BrowserTest(stack)
{
    private const string WorkspaceOfTheStart = "default";
    private const string SomeId = "01900000-0000-7000-8000-000000000000";

    [Theory]
    [InlineData("/")]
    [InlineData("/documents")]
    [InlineData($"/documents/{SomeId}")]
    [InlineData($"/documents/{SomeId}/original")]
    [InlineData("/generation")]
    [InlineData("/generation/generators")]
    [InlineData("/review")]
    [InlineData("/review/desk")]
    [InlineData("/export")]
    [InlineData("/download/export.json")]
    [InlineData("/settings")]
    [InlineData("/workspaces/default/enter")]
    public async Task A_stranger_is_sent_to_the_sign_in_page(string path)
    {
        await using var visit = await Stack.OpenAsync();

        await visit.GoAsync(path);

        new Uri(visit.Page.Url).AbsolutePath.ShouldBe("/signin");
        await Assertions.Expect(visit.SignIn.Secret).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_with_a_sentence()
    {
        await using var visit = await Stack.OpenAsync();
        await visit.SignIn.GoAsync();

        await visit.SignIn.EnterAsync("not-the-secret");

        await Assertions.Expect(visit.SignIn.Refusal).ToContainTextAsync("That secret is unknown");
    }

    [Fact]
    public async Task The_api_key_signs_in_too_and_leads_back()
    {
        await using var visit = await Stack.OpenAsync();
        await visit.GoAsync("/documents?status=failed");

        await visit.SignIn.EnterAsync(visit.Admin.ApiKey);

        await visit.Page.WaitForURLAsync("**/documents?status=failed");
    }

    [Fact]
    public async Task Signing_out_ends_the_access()
    {
        await using var visit = await (await Stack.OpenAsync()).SignedInAsync(WorkspaceOfTheStart);
        await visit.SignIn.SignOutAsync();
        await Assertions.Expect(visit.SignIn.Secret).ToBeVisibleAsync();

        await visit.GoAsync("/documents");

        new Uri(visit.Page.Url).AbsolutePath.ShouldBe("/signin");
    }
}
