using Bunit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SynthDataGen.Web.Workspaces;

namespace SynthDataGen.Web.Tests.Workspaces;

public sealed class KeysPageTests : WebTest
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Services.AddSingleton<IConfiguration>(new ConfigurationManager());
    }

    [Fact]
    public async Task A_key_is_created_shown_once_and_listed()
    {
        var page = Render<KeysPage>();
        await EventuallyAsync(page, () => page.Markup.ShouldContain("no API keys"));
        await ChangeAsync(page, "#key-name", "nightly export");
        await SubmitAsync(page, "#new-key");
        (await FindAsync(page, $"{Id("shown-once")} input")).GetAttribute("value").ShouldBe("sdg_only-now");
        await EventuallyAsync(page, () => page.Find(Id("key-row")).TextContent.ShouldContain("nightly export"));
        Render<KeysPage>().Markup.ShouldNotContain("sdg_only-now");
    }

    [Fact]
    public async Task A_key_is_revoked_after_confirmation()
    {
        Data.Keys.Add(new() { Id = Guid.CreateVersion7(), Name = "old", Person = "admin", CreatedAt = TimeProvider.System.GetUtcNow() });
        var page = Render<KeysPage>();
        await ClickAsync(page, "[aria-label='Revoke old']");
        Data.Keys.Count.ShouldBe(1);
        await ClickAsync(page, "[aria-label='Confirm revoke old']");
        await EventuallyAsync(page, () => page.FindAll(Id("key-row")).ShouldBeEmpty());
        Data.Keys.ShouldBeEmpty();
    }
}
