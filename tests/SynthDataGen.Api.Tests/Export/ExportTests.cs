using System.Text.Json;
using SynthDataGen.Client;
using SynthDataGen.Client.Export;
using SynthDataGen.Client.Review;

namespace SynthDataGen.Api.Tests.Export;

/// <summary>Exports as callers see them; the tests of the worker build them.</summary>
public sealed class ExportTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private ExportClient Exports => api.Workspace.Export;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("unknown-format", "xml")]
    public async Task An_unknown_format_is_refused_with_the_known_ones(string code, string format)
    {
        var fault = await RefusedAsync(new() { Format = format });
        fault.Code.ShouldBe(code);
        fault.Message.ShouldContain("jsonl, ");
    }

    [Fact]
    public async Task Invalid_settings_are_refused_with_their_codes()
    {
        (string Code, ExportSettings Settings)[] cases =
        [
            ("unknown-packaging", new() { Packaging = "zip" }),
            ("unknown-packaging", new() { Format = "csv", Packaging = "llama-factory" }),
            ("bad-split", new() { Split = new(80, 10, 20) }),
            ("bad-split", new() { Split = new(120, -10, -10) }),
            ("bad-balance", new() { Balance = new("size") }),
            ("bad-balance", new() { Balance = new("type", 0) }),
            ("bad-system", new() { Format = "openai", System = new string('x', 10_001) }),
            ("bad-fields", new() { Format = "alpaca", Fields = [new("q", "question")] }),
            ("bad-fields", new() { Format = "jsonl", Fields = [new("q", "question"), new("q", "answer")] }),
            ("bad-fields", new() { Format = "jsonl", Fields = [new("", "question")] }),
            ("unknown-field", new() { Format = "csv", Fields = [new("q", "password")] }),
            ("bad-distractors", new() { Format = "raft", Distractors = 11 }),
            ("bad-oracle-share", new() { Format = "raft", OracleShare = 101 }),
            ("unknown-status", new() { Filter = new() { Status = "sold" } }),
            ("unknown-benchmark", new() { Benchmarks = [Guid.CreateVersion7()] }),
            ("empty-selection", new() { Filter = new() { Tag = "a tag that nobody gave" } }),
        ];
        foreach (var (code, settings) in cases)
        {
            (await RefusedAsync(settings)).Code.ShouldBe(code, settings.ToString());
        }

        (await RefusedAsync(new() { Split = new(80, 10, 20) })).Message.ShouldContain("80 + 10 + 20 is 110; shares must add up to 100");
    }

    [Fact]
    public async Task A_split_that_one_document_cannot_fill_is_refused()
    {
        var run = await ApprovedAsync(3);
        (await RefusedAsync(new() { Filter = new() { RunId = run }, Split = new(50, 50, 0) })).Code.ShouldBe("empty-part");
    }

    [Fact]
    public async Task An_export_can_be_cancelled_retried_and_deleted()
    {
        var run = await ApprovedAsync(2);
        var settings = new ExportSettings { Format = "jsonl", Filter = new() { RunId = run, Assignee = "none" }, Seed = 7, Packaging = "hugging-face", Fields = [new("q", "question")] };
        var started = await Exports.StartAsync(settings, Token);
        (started.State, started.Format, started.CreatedBy).ShouldBe(("queued", "jsonl", "administrator"));
        (started.Settings.Filter, started.Settings.Seed, started.Settings.Packaging, started.Settings.Fields!.Single()).ShouldBe((settings.Filter, 7, "hugging-face", new ExportField("q", "question")));
        (await Exports.ListAsync(limit: 1, cancellationToken: Token)).Items.Single().Id.ShouldBe(started.Id);
        (await Should.ThrowAsync<SynthDataGenException>(() => Exports.OpenAsync(started.Id, Token))).Code.ShouldBe("not-ready");
        (await Should.ThrowAsync<SynthDataGenException>(() => Exports.CompareAsync(started.Id, started.Id, Token))).Code.ShouldBe("not-ready");

        (await Exports.CancelAsync(started.Id, Token)).State.ShouldBe("cancelled");
        (await Exports.RetryAsync(started.Id, Token)).State.ShouldBe("queued");
        await Exports.DeleteAsync(started.Id, Token);
        (await Should.ThrowAsync<SynthDataGenException>(() => Exports.GetAsync(started.Id, Token))).Code.ShouldBe("export-not-found");
        (await Exports.StartAsync(settings, Token)).Number.ShouldBeGreaterThan(started.Number);
    }

    [Fact]
    public async Task A_check_reports_counts_and_warnings()
    {
        var pairs = await api.Seed.PairsAsync(4);
        var check = await Exports.CheckAsync(new() { Filter = new() { Status = "pending", RunId = pairs[0].RunId } }, Token);
        (check.Counts.Total, check.Refusal).ShouldBe((4, null));
        check.Warnings.ShouldBe([new("flagged", 2), new("pending", 4)]);

        var none = await Exports.CheckAsync(new() { Filter = new() { RunId = pairs[0].RunId } }, Token);
        (none.Counts.Total, none.Refusal).ShouldBe((0, "No pair fits: approve some first, or widen the filter."));
    }

    [Fact]
    public async Task Preferences_use_only_edited_answers()
    {
        var pairs = await api.Seed.PairsAsync(3);
        await api.Workspace.Review.DecideAsync(pairs[0].Id, new("approve", 1), Token);
        await api.Workspace.Review.DecideAsync(pairs[1].Id, new("edit", 1) { Question = "Another question?" }, Token);
        ExportSettings settings = new() { Format = "dpo", Filter = new() { RunId = pairs[0].RunId } };
        (await Exports.CheckAsync(settings, Token)).Refusal!.ShouldContain("no such pair fits");
        await api.Workspace.Review.DecideAsync(pairs[2].Id, new("edit", 1) { Answer = "Another answer." }, Token);
        (await Exports.CheckAsync(settings, Token)).Counts.Total.ShouldBe(1);
        var row = JsonDocument.Parse((await Exports.PreviewAsync(settings, Token)).Rows.ShouldHaveSingleItem()).RootElement;
        (row.GetProperty("chosen").GetString(), row.GetProperty("rejected").GetString()).ShouldBe(("Another answer.", pairs[2].Answer));
        await api.Workspace.Review.DecideAsync(pairs[2].Id, new("undo", 2), Token);
        (await Exports.CheckAsync(settings, Token)).Counts.Total.ShouldBe(0);
    }

    [Fact]
    public async Task A_preview_shows_the_first_rows_of_the_file()
    {
        var run = await ApprovedAsync(7);
        var json = await Exports.PreviewAsync(new() { Format = "openai", Filter = new() { RunId = run }, System = "Be brief." }, Token);
        (json.Rows.Count, json.Language, json.FileName, json.Header).ShouldBe((5, "json", "data.jsonl", null));
        JsonDocument.Parse(json.Rows[0]).RootElement.GetProperty("messages")[0].GetProperty("content").GetString().ShouldBe("Be brief.");
        var csv = await Exports.PreviewAsync(new() { Format = "csv", Filter = new() { RunId = run }, Fields = [new("Frage", "question"), new("Antwort", "answer")] }, Token);
        (csv.Language, csv.Header, csv.Rows.Count).ShouldBe(("csv", "\"Frage\",\"Antwort\"", 5));
        csv.Rows[0].ShouldBe("\"How heavy is item 1?\",\"It weighs 1 kilograms.\"");
    }

    [Fact]
    public async Task The_fitted_seed_leaves_no_part_empty()
    {
        var runs = new[] { await ApprovedAsync(1), await ApprovedAsync(1), await ApprovedAsync(1), await ApprovedAsync(1) };
        var settings = new ExportSettings { Filter = new() { Type = "factual" }, Split = new(50, 50, 0), KeepDuplicates = true };
        var fitted = await Exports.FitSeedAsync(settings, Token);
        runs.ShouldNotBeEmpty();
        (await Exports.CheckAsync(fitted, Token)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Presets_are_saved_under_names()
    {
        var first = await Exports.SavePresetAsync(new("nightly", new() { Format = "openai", System = "Be brief." }), Token);
        var second = await Exports.SavePresetAsync(new(" nightly ", new() { Format = "alpaca" }), Token);
        (second.Id, second.Settings.Format).ShouldBe((first.Id, "alpaca"));
        (await Exports.ListPresetsAsync(Token)).Items.ShouldHaveSingleItem().Name.ShouldBe("nightly");
        (await Should.ThrowAsync<SynthDataGenException>(() => Exports.SavePresetAsync(new(" ", new()), Token))).Code.ShouldBe("bad-preset");
        await Exports.DeletePresetAsync(first.Id, Token);
        (await Exports.ListPresetsAsync(Token)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Benchmarks_are_saved_and_searched()
    {
        var run = await ApprovedAsync(3);
        using var content = new MemoryStream("""{"question":"How heavy is item 2?"}"""u8.ToArray());
        var benchmark = await Exports.UploadBenchmarkAsync("held out.jsonl", content, Token);
        (benchmark.Name, benchmark.Texts).ShouldBe(("held out.jsonl", 1));

        var check = await Exports.CheckAsync(new() { Filter = new() { RunId = run }, Benchmarks = [benchmark.Id] }, Token);

        check.Counts.Total.ShouldBe(2);
        check.LeftOut.ShouldHaveSingleItem().ShouldBe(new LeftOut("contaminated", 1, "held out.jsonl"));
        await Exports.DeleteBenchmarkAsync(benchmark.Id, Token);
        (await Exports.ListBenchmarksAsync(Token)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_benchmark_with_a_wrong_extension_is_refused()
    {
        using var content = new MemoryStream("not json"u8.ToArray());
        (await Should.ThrowAsync<SynthDataGenException>(() => Exports.UploadBenchmarkAsync("x.json", content, Token))).Code.ShouldBe("bad-benchmark");
    }

    /// <summary>A run with some approved pairs.</summary>
    private async Task<Guid> ApprovedAsync(int count)
    {
        var pairs = await api.Seed.PairsAsync(count);
        await api.Workspace.Review.DecideAsync(new BulkDecision("approve") { Ids = [.. pairs.Select(pair => pair.Id)] }, Token);
        return pairs[0].RunId;
    }

    private async Task<SynthDataGenException> RefusedAsync(ExportSettings settings) =>
        await Should.ThrowAsync<SynthDataGenException>(() => Exports.StartAsync(settings, Token));
}
