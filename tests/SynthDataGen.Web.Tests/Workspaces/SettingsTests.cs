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
    public async Task Saved_settings_are_confirmed()
    {
        var page = Render<Settings>();
        await ChangeAsync(page, "#sync-prefix", "manuals");
        await ChangeAsync(page, "#sync-include", "*.pdf\n\n *.md ");
        await ChangeAsync(page, "#sync-cron", "0 2 * * *");
        await SubmitAsync(page, "#sync-settings");
        await EventuallyAsync(page, () => Services.GetRequiredService<NotificationService>().Messages.ShouldHaveSingleItem().Summary.ShouldBe("Settings saved"));
        var kept = Data.Workspaces.Single(one => one.Name == "default");
        (kept.Prefix, kept.SyncCron).ShouldBe(("manuals", "0 2 * * *"));
        kept.Include.ShouldBe(["*.pdf", "*.md"]);
    }

    [Fact]
    public async Task An_invalid_schedule_is_reported_and_nothing_typed_is_lost()
    {
        var page = Render<Settings>();
        await ChangeAsync(page, "#sync-cron", "never");
        await SubmitAsync(page, "#sync-settings");
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
        await ChangeAsync(page, "#sync-prefix", "manuals");
        await SubmitAsync(page, "#sync-settings");
        Data.Workspaces[0] = Kept with { Title = "As a colleague called it meanwhile" };
        await ChangeAsync(page, "#reading-ocr", "deu+eng");
        await ChangeAsync(page, "#reading-tokens", "300");
        await SubmitAsync(page, "#reading-settings");
        Kept.Reading.ShouldBe(new ReadingSettings("deu+eng", 300));
        (Kept.Prefix, Kept.Title).ShouldBe(("manuals", "As a colleague called it meanwhile"));
    }

    [Fact]
    public async Task Documents_without_text_are_read_again_with_one_click_once_scans_are_read()
    {
        var page = Render<Settings>();
        await ChangeAsync(page, "#reading-ocr", "eng");
        page.FindAll("#reading-settings button").ShouldNotContain(button => button.TextContent.Contains("without text"));
        await SubmitAsync(page, "#reading-settings");
        await ClickAsync(page, "#reading-settings button", "without text");
        await EventuallyAsync(page, () => Services.GetRequiredService<NotificationService>().Messages.ShouldContain(said => said.Summary == "Rereading 1 document"));
    }

    [Fact]
    public async Task A_workspace_is_deleted_only_when_its_short_name_is_typed()
    {
        var dialog = Render<DeleteWorkspace>(parameters => parameters.Add(one => one.Workspace, Kept));
        dialog.Find("[type=submit]").HasAttribute("disabled").ShouldBeTrue();
        await ActAsync(dialog, () => dialog.Find("#delete-name"), element => element.InputAsync("defaul"));
        dialog.Find("[type=submit]").HasAttribute("disabled").ShouldBeTrue();
        await ActAsync(dialog, () => dialog.Find("#delete-name"), element => element.InputAsync("default"));
        dialog.Find("[type=submit]").HasAttribute("disabled").ShouldBeFalse();
    }

    private Client.Workspaces.Workspace Kept => Data.Workspaces.Single(one => one.Name == "default");
}
