using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Playwright;
using SynthDataGen.Client;
using SynthDataGen.Client.Review;
using SynthDataGen.EndToEnd.Review;
using SynthDataGen.EndToEnd.Stack;

namespace SynthDataGen.EndToEnd.Export;

/// <summary>Datasets built and downloaded in the browser.</summary>
public sealed class ExportTests(RunningStack stack) : BrowserTest(stack)
{
    private static readonly string[] Parts = ["train.json", "validation.json", "test.json"];

    [Fact]
    public async Task One_click_downloads_the_approved_pairs()
    {
        var workspace = await ApprovedAsync("One click");
        var approved = (await workspace.GetStatsAsync(Cancel)).Pairs.Approved;
        await using var visit = await Stack.AdministratorAsync(workspace);
        await visit.Export.GoAsync();

        var dataset = await visit.Export.DownloadAsync(Cancel);

        dataset.GetProperty("count").GetInt64().ShouldBe(approved);
        dataset.GetProperty("pairs").GetArrayLength().ShouldBe((int)approved);
        visit.Alarms.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_configured_export_is_previewed_built_downloaded_and_compared_with_its_successor()
    {
        var workspace = await ApprovedAsync("Chat, split");
        await using var visit = await Stack.AdministratorAsync(workspace);
        await visit.Export.GoAsync();
        await visit.Export.ChooseAsync("sharegpt");
        await visit.Export.SplitAsync(validation: 20, test: 20);
        await Assertions.Expect(visit.Export.Rows.First).ToContainTextAsync("\"conversations\"");

        await visit.Export.BuildAsync(1);
        var first = Rows(await visit.Export.DownloadNewestAsync(Cancel));
        var gone = await RejectAsync(workspace, first);
        await Assertions.Expect(visit.Export.Count).ToHaveTextAsync($"{first.Count - 1} pairs");
        await visit.Export.BuildAsync(2);
        Rows(await visit.Export.DownloadNewestAsync(Cancel)).ShouldBe(first.Except([gone]), ignoreOrder: true);
        await visit.Export.CompareAsync();

        await Assertions.Expect(visit.Export.Difference("removed")).ToHaveTextAsync("1");
        await Assertions.Expect(visit.Export.Difference("added")).ToHaveTextAsync("0");
        await Assertions.Expect(visit.Page.GetByTestId("difference").First).ToContainTextAsync(gone);
        visit.Alarms.ShouldBeEmpty();
    }

    private async Task<WorkspaceClient> ApprovedAsync(string title)
    {
        var workspace = await Stack.WithPairsAsync(title, Cancel);
        await workspace.ApproveAllAsync(Cancel);
        return workspace;
    }

    /// <summary>Rejects a pair without near-duplicates, because one of those would replace it, and returns its question.</summary>
    private static async Task<string> RejectAsync(WorkspaceClient workspace, IReadOnlyList<string> questions)
    {
        var pairs = (await workspace.Review.ListAsync(new PairFilter { Status = "approved" }, limit: 500, cancellationToken: Cancel)).Items;
        var pair = pairs.First(pair => questions.Contains(pair.Question) && pair.ClusterId is null && pairs.All(other => other.ClusterId != pair.Id));
        await workspace.Review.DecideAsync(pair.Id, new NewDecision("reject", pair.Version) { Reason = "trivial" }, Cancel);
        return pair.Question;
    }

    /// <summary>The questions of all rows, after checking the files against their manifest; no part is empty.</summary>
    private static List<string> Rows(IReadOnlyDictionary<string, byte[]> files)
    {
        using var manifest = JsonDocument.Parse(files["manifest.json"]);
        foreach (var file in manifest.RootElement.GetProperty("files").EnumerateArray())
        {
            Convert.ToHexStringLower(SHA256.HashData(files[file.GetProperty("name").GetString()!])).ShouldBe(file.GetProperty("sha256").GetString());
        }

        return [.. Parts.SelectMany(part => Questions(files[part]))];
    }

    private static List<string> Questions(byte[] part)
    {
        using var rows = JsonDocument.Parse(part);
        var questions = rows.RootElement.EnumerateArray().Select(row => Question(row)).ToList();
        questions.ShouldNotBeEmpty();
        return questions;
    }

    private static string Question(JsonElement row) =>
        row.GetProperty("conversations").EnumerateArray().Single(turn => turn.GetProperty("from").GetString() == "human").GetProperty("value").GetString()!;
}
