using Bunit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Radzen;
using SynthDataGen.Client.Workspaces;
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

    [Theory]
    [InlineData("#sync-settings")]
    [InlineData("#reading-settings")]
    public async Task Every_field_of_a_form_has_a_label(string form)
    {
        var page = Render<Settings>();
        await FindAsync(page, form);
        var labels = page.FindAll($"{form} label").Select(label => label.GetAttribute("for")).ToList();
        labels.ShouldNotBeEmpty();
        page.FindAll($"{form} input, {form} textarea").ShouldAllBe(field => labels.Contains(field.Id));
    }

    [Fact]
    public async Task Reading_is_saved_and_leaves_the_other_settings_as_they_are()
    {
        var page = Render<Settings>();
        (await FindAsync(page, "#sync-prefix")).Change("manuals");
        page.Find("#sync-settings").Submit();
        await EventuallyAsync(page, () => Kept.Prefix.ShouldBe("manuals"));
        page.Find("#reading-ocr").Change("deu+eng");
        page.Find("#reading-tokens").Change("300");
        page.Find("#reading-settings").Submit();
        await EventuallyAsync(page, () => Kept.Reading.ShouldBe(new ReadingSettings("deu+eng", 300)));
        Kept.Prefix.ShouldBe("manuals");
    }

    [Fact]
    public async Task Documents_without_text_are_read_again_with_one_click_once_scans_are_read()
    {
        var page = Render<Settings>();
        (await FindAsync(page, "#reading-ocr")).Change("eng");
        page.FindAll("#reading-settings button").ShouldNotContain(button => button.TextContent.Contains("without text"));
        page.Find("#reading-settings").Submit();
        await EventuallyAsync(page, () => page.FindAll("#reading-settings button").Single(button => button.TextContent.Contains("without text")).Click());
        await EventuallyAsync(page, () => Services.GetRequiredService<NotificationService>().Messages.ShouldContain(said => said.Summary == "1 document to be read again"));
    }

    [Fact]
    public void A_workspace_is_deleted_only_when_its_short_name_is_typed()
    {
        var dialog = Render<DeleteWorkspace>(parameters => parameters.Add(one => one.Workspace, Kept));
        dialog.Find("[type=submit]").HasAttribute("disabled").ShouldBeTrue();
        dialog.Find("#delete-name").Input("defaul");
        dialog.Find("[type=submit]").HasAttribute("disabled").ShouldBeTrue();
        dialog.Find("#delete-name").Input("default");
        dialog.Find("[type=submit]").HasAttribute("disabled").ShouldBeFalse();
    }

    private Client.Workspaces.Workspace Kept => Data.Workspaces.Single(one => one.Name == "default");
}
