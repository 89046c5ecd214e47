using System.Text.Json;
using SynthDataGen.Client;
using SynthDataGen.Client.Export;
using SynthDataGen.Client.Review;

namespace SynthDataGen.Api.Tests.Export;

public sealed class OneClickTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_export_has_exactly_the_approved_pairs_with_their_edits()
    {
        var pairs = await api.Seed.PairsAsync(4);
        var review = api.Workspace.Review;
        await review.DecideAsync(pairs[0].Id, new("approve", 1), Token);
        await review.DecideAsync(pairs[1].Id, new("edit", 1) { Answer = "Zwei »Kilo« <b>netto</b>." }, Token);
        await review.DecideAsync(pairs[2].Id, new("reject", 1), Token);

        var dataset = await ExportAsync(new() { RunId = pairs[0].RunId });
        dataset.Count.ShouldBe(2);
        dataset.Pairs.Select(p => p.Id).ShouldBe([pairs[0].Id, pairs[1].Id]);
        dataset.Pairs[1].Answer.ShouldBe("Zwei »Kilo« <b>netto</b>.");
        dataset.Pairs.ShouldAllBe(p => p.DecidedBy == "administrator" && p.Evidence.Count == 1 && p.History == null);
    }

    [Fact]
    public async Task A_filter_exports_exactly_what_it_shows()
    {
        var pairs = await api.Seed.PairsAsync(6);
        await api.Workspace.Review.DecideAsync(new BulkDecision("tag") { Ids = [pairs[1].Id, pairs[2].Id, pairs[4].Id], Tag = "set A" }, Token);
        await api.Workspace.Review.DecideAsync(new BulkDecision("approve") { Ids = [pairs[0].Id, pairs[2].Id] }, Token);

        (await ExportAsync(new() { Tag = "set A" })).Pairs.ShouldHaveSingleItem().Id.ShouldBe(pairs[2].Id);
        (await ExportAsync(new() { Status = "pending", Tag = "set A", Sort = "doubt" })).Pairs.Select(p => p.Id).ShouldBe([pairs[1].Id, pairs[4].Id], ignoreOrder: true);
        (await ExportAsync(new() { Status = "all", RunId = pairs[0].RunId })).Count.ShouldBe(6);
    }

    [Fact]
    public async Task An_invalid_filter_is_refused() =>
        (await Should.ThrowAsync<SynthDataGenException>(() => api.Workspace.Export.OpenJsonAsync(new PairFilter { Status = "sold" }, Token))).Code.ShouldBe("unknown-status");

    [Fact]
    public async Task Another_format_is_refused_here()
    {
        using var http = api.CreateClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", api.Credentials.ApiKey);
        var response = await http.GetAsync(new Uri("/api/v1/workspaces/default/export?format=xml", UriKind.Relative), Token);
        (await response.Content.ReadAsStringAsync(Token)).ShouldContain("unknown-format");
    }

    private async Task<ExportedDataset> ExportAsync(PairFilter? filter = null)
    {
        await using var stream = await api.Workspace.Export.OpenJsonAsync(filter ?? new(), Token);
        return (await JsonSerializer.DeserializeAsync<ExportedDataset>(stream, JsonSerializerOptions.Web, Token))!;
    }
}
