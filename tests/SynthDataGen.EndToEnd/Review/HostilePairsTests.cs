using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using SynthDataGen.Client;
using SynthDataGen.Client.Generation;
using SynthDataGen.Client.Review;
using SynthDataGen.EndToEnd.Stack;
using SynthDataGen.Testing;

namespace SynthDataGen.EndToEnd.Review;

/// <summary>Hostile text on all pages where people review: shown as it is, and never run.</summary>
public sealed class HostilePairsTests(RunningStack stack) : BrowserTest(stack)
{
    private const string Script = "<script>window.pwned = true; alert('script')</script>";
    private const string Image = "<img src=x onerror=\"window.pwned = true; alert('image')\">";
    private const string FileName = "=cmd|'calc'!A0 <svg onload=alert('name')> \u202Efdp.md";
    private const string Reason = $"{Image} \u202Enosaer";
    private const int Long = 100_000;

    private static readonly string[] Answers =
    [
        $"{Script} {Image} <b>bold</b> javascript:alert(1) {{{{7*7}}}} @(1+1)",
        "Pay \u202Eeruces\u202C now \u2067סוף\u2069 and then 👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301\u0327\u0335 Z\u0351\u036B\u0343\u036A\u0302 𝒳 ﷽",
        "=HYPERLINK(\"http://127.0.0.1:9/?\"&A1,\"click\") +1+1 -1 @SUM(1+1)",
        new('W', Long),
    ];

    [Fact]
    public async Task Hostile_pairs_are_shown_as_text_wherever_people_review()
    {
        var workspace = await MadeAsync();
        var pairs = (await workspace.Review.ListAsync(new PairFilter(), limit: 50, cancellationToken: Cancel)).Items;
        await using var visit = await Stack.ReviewerAsync(workspace, Image, Cancel);

        foreach (var answer in Answers)
        {
            var pair = pairs.Single(pair => pair.Answer == answer);
            await visit.GoAsync($"/review/desk?pair={pair.Id}");
            await visit.Desk.SeeAsync(pair.Question);
            (await visit.Desk.Question.TextContentAsync()).ShouldBe(pair.Question);
            (await visit.Desk.Answer.TextContentAsync()).ShouldBe(answer);
            await visit.Page.Locator("details.history summary").ClickAsync();
            await visit.Desk.RejectAsync(Reason);
            await NothingRunsAsync(visit);
        }

        await visit.Review.GoAsync();
        await Assertions.Expect(visit.Review.Rows).ToHaveCountAsync(Answers.Length);
        await NothingRunsAsync(visit);
        await Until.TrueAsync(async () => (await workspace.GetStatsAsync(Cancel)).Pairs.Rejected == Answers.Length, "all are rejected", Cancel);
        foreach (var path in new[] { "/dashboard", "/documents", "/generation", "/export", "/settings/members", "/settings/you" })
        {
            await visit.GoAsync(path);
            await Assertions.Expect(visit.Page.Locator("main h1")).ToBeVisibleAsync();
            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status, new() { Name = "Loading" })).ToHaveCountAsync(0);
            await NothingRunsAsync(visit);
        }

        await visit.GoAsync("/dashboard");
        await visit.Page.GetByRole(AriaRole.Region, new() { Name = "Rejection reasons" }).GetByText("As a table").ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Cell, new() { Name = Reason })).ToBeVisibleAsync();
    }

    /// <summary>A document with a hostile name and hostile pairs; the longest answer comes from an edit.</summary>
    private async Task<WorkspaceClient> MadeAsync()
    {
        await using var fake = await FakeOpenAI.StartAsync(Cancel);
        fake.AnswerAlways(FakeAnswer.Completion(Reply));
        var workspace = await Stack.NewWorkspaceAsync($"Hostile pairs {Image}", Cancel);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes($"# Rules {Script}\n\nThe first rule says that {Image} stands here as it was written by its author."));
        await workspace.Documents.UploadAsync(FileName, content, Cancel);
        await workspace.ReadyAsync([FileName], Cancel);
        await workspace.Generation.CreateGeneratorAsync(new("model", fake.Address.AbsoluteUri, Script) { IsDefault = true }, Cancel);
        await workspace.RunAsync(new NewRun(), Cancel);
        var longest = (await workspace.Review.ListAsync(new PairFilter(), cancellationToken: Cancel)).Items.Single(pair => pair.Answer == "short");
        await workspace.Review.DecideAsync(longest.Id, new NewDecision("edit", longest.Version) { Answer = Answers[^1] }, Cancel);
        return workspace;
    }

    private static string Reply(FakeRequest request) => JsonSerializer.Serialize(new
    {
        pairs = Answers.Select((answer, at) => new
        {
            question = $"Question {at} asks what {Image} \u202Eod\u202C does?",
            answer = answer.Length < Long ? answer : "short",
            evidence = new[] { request.Source.Split('\n')[^1] },
            type = "factual",
            difficulty = "easy",
        }),
    });

    private static async Task NothingRunsAsync(Visit visit)
    {
        (await visit.Page.EvaluateAsync<bool>("() => 'pwned' in window || document.querySelector('[onerror], [onload], b') !== null")).ShouldBeFalse();
        (await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0, "The page is not wider than its window.");
        visit.Alarms.ShouldBeEmpty();
    }
}
