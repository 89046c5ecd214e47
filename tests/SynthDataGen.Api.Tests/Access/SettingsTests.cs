using Quartz;
using SynthDataGen.Client;
using SynthDataGen.Client.Workspaces;

namespace SynthDataGen.Api.Tests.Access;

public sealed class SettingsTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Settings_are_kept_as_they_were_given_but_tidy()
    {
        await api.Client.Workspaces.CreateAsync(new("tidy"), Token);
        var wanted = new WorkspaceSettings { Title = " Tidy ", Prefix = "manuals/2026", Include = [" *.pdf ", "", "*.PDF"], Exclude = ["drafts/"], SyncCron = " 0 2 * * MON-FRI " };
        await api.Client.Workspaces.UpdateAsync("tidy", wanted, Token);
        var kept = await api.Client.Workspaces.GetAsync("tidy", Token);
        (kept.Title, kept.Prefix, kept.SyncCron).ShouldBe(("Tidy", "manuals/2026/", "0 2 * * MON-FRI"));
        (kept.Include, kept.Exclude).ShouldSatisfyAllConditions(p => p.Include.ShouldBe(["*.pdf"]), p => p.Exclude.ShouldBe(["drafts/"]));
    }

    [Fact]
    public async Task What_is_left_out_is_set_back()
    {
        await api.Client.Workspaces.CreateAsync(new("back", "Back"), Token);
        await api.Client.Workspaces.UpdateAsync("back", new() { Title = "Other", Prefix = "a", Include = ["*.md"], Exclude = null, SyncCron = "0 2 * * *" }, Token);
        var kept = await api.Client.Workspaces.UpdateAsync("back", new(), Token);
        (kept.Title, kept.Prefix, kept.Include!.Count, kept.SyncCron).ShouldBe(("back", "", 0, null));
    }

    [Fact]
    public async Task Reading_is_kept_as_it_was_given_but_tidy()
    {
        await api.Client.Workspaces.CreateAsync(new("scans"), Token);
        (await api.Client.Workspaces.GetAsync("scans", Token)).Reading.ShouldBe(new ReadingSettings());
        await api.Client.Workspaces.UpdateAsync("scans", new() { Reading = new(" DEU + eng ", 300, 40, 2) }, Token);
        (await api.Client.Workspaces.GetAsync("scans", Token)).Reading.ShouldBe(new ReadingSettings("deu+eng", 300, 40, 2));
    }

    [Theory]
    [InlineData("bad-ocr", "english", null, null, null)]
    [InlineData("bad-ocr", "eng; reboot", null, null, null)]
    [InlineData("bad-ocr", "--help", null, null, null)]
    [InlineData("bad-ocr", "eng+deu+fra+ita+spa+por", null, null, null)]
    [InlineData("bad-chunks", null, 15, null, null)]
    [InlineData("bad-overlap", null, 100, 50, null)]
    [InlineData("bad-overlap", null, null, -1, null)]
    [InlineData("bad-chunks", null, null, null, 7)]
    public async Task Reading_that_cannot_be_is_refused_with_its_code(string code, string? ocr, int? tokens, int? overlap, int? headings)
    {
        var settings = new WorkspaceSettings { Reading = new(ocr, tokens, overlap, headings) };
        var refused = await Should.ThrowAsync<SynthDataGenException>(() => api.Client.Workspaces.UpdateAsync("default", settings, Token));
        (refused.Status, refused.Code).ShouldBe((400, code));
    }

    [Theory]
    [InlineData("bad-cron", null, null, "every day")]
    [InlineData("bad-cron", null, null, "0 0 2 * * ?")]
    [InlineData("bad-cron", null, null, "0 0 30 2 *")]
    [InlineData("bad-prefix", "/etc", null, null)]
    [InlineData("bad-prefix", "a\0b", null, null)]
    [InlineData("bad-pattern", null, "a\tb", null)]
    public async Task What_cannot_be_is_refused_with_its_code(string code, string? prefix, string? pattern, string? cron)
    {
        var settings = new WorkspaceSettings { Title = null, Prefix = prefix, Include = pattern is null ? null : [pattern], Exclude = null, SyncCron = cron };
        var refused = await Should.ThrowAsync<SynthDataGenException>(() => api.Client.Workspaces.UpdateAsync("default", settings, Token));
        (refused.Status, refused.Code).ShouldBe((400, code));
    }

    [Fact]
    public async Task A_schedule_is_one_trigger_that_goes_when_the_schedule_does()
    {
        var workspace = await api.Client.Workspaces.CreateAsync(new("nightly"), Token);
        await api.Client.Workspaces.UpdateAsync("nightly", new() { SyncCron = "30 4 * * 1" }, Token);
        await api.Client.Workspaces.UpdateAsync("nightly", new() { SyncCron = "15 3 * * 0" }, Token);
        var next = (await TriggerAsync(workspace))!.NextFireTimeUtc!.Value;
        (next.DayOfWeek, next.Hour, next.Minute, next.Offset).ShouldBe((DayOfWeek.Sunday, 3, 15, TimeSpan.Zero));
        await api.Client.Workspaces.UpdateAsync("nightly", new(), Token);
        (await TriggerAsync(workspace)).ShouldBeNull();
    }

    private async Task<ITrigger?> TriggerAsync(Workspace workspace) =>
        await (await api.Get<ISchedulerFactory>().GetScheduler(Token)).GetTrigger(new TriggerKey($"{workspace.Id}", "sync-workspace"), Token);
}
