using Bunit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Radzen;
using SynthDataGen.Web.Workspaces;

namespace SynthDataGen.Web.Tests.Workspaces;

public sealed class SettingsTests : WebTest
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Services.AddSingleton<IConfiguration>(new ConfigurationManager());
    }

    [Fact]
    public async Task Settings_are_saved_and_said_to_be()
    {
        var page = Render<Settings>();
        (await FindAsync(page, "#sync-prefix")).Change("manuals");
        page.Find("#sync-include").Change("*.pdf\n\n *.md ");
        page.Find("#sync-cron").Change("0 2 * * *");
        page.Find("#sync-settings").Submit();
        await EventuallyAsync(page, () => Services.GetRequiredService<NotificationService>().Messages.ShouldHaveSingleItem().Summary.ShouldBe("Settings saved"));
        var kept = Data.Workspaces.Single(one => one.Name == "default");
        (kept.Prefix, kept.SyncCron).ShouldBe(("manuals", "0 2 * * *"));
        kept.Include.ShouldBe(["*.pdf", "*.md"]);
    }

    [Fact]
    public async Task A_schedule_that_is_none_is_told_and_nothing_typed_is_lost()
    {
        var page = Render<Settings>();
        (await FindAsync(page, "#sync-cron")).Change("never");
        page.Find("#sync-settings").Submit();
        (await FindAsync(page, "[role=alert]")).TextContent.ShouldContain("five fields of cron");
        page.Find("#sync-cron").GetAttribute("value").ShouldBe("never");
    }

    [Fact]
    public async Task Every_field_of_the_form_has_a_label()
    {
        var page = Render<Settings>();
        await FindAsync(page, "#sync-settings");
        var labels = page.FindAll("#sync-settings label").Select(label => label.GetAttribute("for")).ToList();
        page.FindAll("#sync-settings input, #sync-settings textarea").ShouldAllBe(field => labels.Contains(field.Id));
    }
}
