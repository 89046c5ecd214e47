using SynthDataGen.Client;
using SynthDataGen.Client.Review;

namespace SynthDataGen.Api.Tests.Review;

public sealed class FilterTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ReviewClient Review => api.Workspace.Review;

    [Theory]
    [InlineData("item heavy", 7)]
    [InlineData("HEAVY how", 7)]
    [InlineData("weighs 3", 1)]
    [InlineData("kilogr", 7)]
    [InlineData("kilogr weighs", 0)]
    [InlineData("\"item 2\" heavy", 1)]
    [InlineData("\"heavy how\"", 0)]
    [InlineData("\"weighs 4 kilograms\"", 1)]
    [InlineData("\"weighs 4 kilo", 0)]
    [InlineData("%", 0)]
    [InlineData("item_", 7)]
    [InlineData("' | heavy:* & !item \\", 7)]
    public async Task Words_are_found_in_question_and_answer(string search, int found)
    {
        var pairs = await api.Seed.PairsAsync(7);
        var page = await Review.ListAsync(new() { RunId = pairs[0].RunId, Search = search }, cancellationToken: Token);
        page.Items.Count.ShouldBe(found);
    }

    [Fact]
    public async Task An_edited_pair_is_found_only_by_its_new_words()
    {
        var pair = (await api.Seed.PairsAsync(1))[0];
        await Review.DecideAsync(pair.Id, new("edit", 1) { Answer = "A quincunx of ounces." }, Token);
        (await CountAsync(new() { RunId = pair.RunId, Search = "quincunx" })).ShouldBe(1);
        (await CountAsync(new() { RunId = pair.RunId, Search = "kilograms" })).ShouldBe(0);
    }

    [Fact]
    public async Task Every_filter_narrows_the_list()
    {
        var pairs = await api.Seed.PairsAsync(7);
        await Review.DecideAsync(pairs[0].Id, new("approve", 1), Token);
        await Review.DecideAsync(new BulkDecision("tag") { Ids = [pairs[1].Id], Tag = "later" }, Token);
        var run = new PairFilter { RunId = pairs[0].RunId };
        (await CountAsync(run with { Status = "approved" })).ShouldBe(1);
        (await CountAsync(run with { Flag = "any" })).ShouldBe(3);
        (await CountAsync(run with { Flag = "none" })).ShouldBe(4);
        (await CountAsync(run with { Flag = "too-short" })).ShouldBe(3);
        (await CountAsync(run with { Type = "factual", Difficulty = "easy" })).ShouldBe(7);
        (await CountAsync(run with { Type = "procedure" })).ShouldBe(0);
        (await CountAsync(run with { Reviewer = "administrator" })).ShouldBe(1);
        (await CountAsync(run with { MinScore = 4 })).ShouldBe(2);
        (await CountAsync(run with { MinScore = 1, MaxScore = 2 })).ShouldBe(3);
        (await CountAsync(run with { Tag = "later" })).ShouldBe(1);
        (await CountAsync(run with { To = pairs[0].CreatedAt.ToOffset(TimeSpan.FromHours(2)) })).ShouldBe(0);
        (await CountAsync(run with { From = pairs[0].CreatedAt })).ShouldBe(7);
        (await CountAsync(run with { ClusterId = pairs[3].Id })).ShouldBe(1);
    }

    [Theory]
    [InlineData("created", null)]
    [InlineData("-created", null)]
    [InlineData("document", null)]
    [InlineData("doubt", null)]
    [InlineData("spread", null)]
    [InlineData("judge", null)]
    [InlineData("-decided", null)]
    [InlineData("doubt", "pending")]
    [InlineData("-decided", "approved")]
    public async Task Pages_agree_with_one_large_page_in_every_order(string sort, string? status)
    {
        var pairs = await api.Seed.PairsAsync(9);
        foreach (var pair in pairs.Take(5))
        {
            await Review.DecideAsync(pair.Id, new(pair == pairs[1] ? "reject" : "approve", 1), Token);
        }

        foreach (var narrow in new[] { new PairFilter { Status = status, RunId = pairs[0].RunId }, new() { Status = status, RunId = pairs[0].RunId, Search = "item", Difficulty = "easy" } })
        {
            var whole = (await Review.ListAsync(narrow with { Sort = sort }, limit: 100, cancellationToken: Token)).Items;
            whole.Count.ShouldBe(status switch { "pending" => 4, "approved" => 4, _ => 9 });
            (await WalkAsync(narrow with { Sort = sort })).ShouldBe(whole.Select(p => p.Id));
        }
    }

    [Fact]
    public async Task Each_order_starts_with_the_right_pairs()
    {
        var pairs = await api.Seed.PairsAsync(6);
        var filter = new PairFilter { RunId = pairs[0].RunId };
        var doubt = (await Review.ListAsync(filter with { Sort = "doubt" }, cancellationToken: Token)).Items;
        doubt.Select(p => p.Question.Split(' ')[^1]).ShouldBe(["4?", "5?", "2?", "6?", "1?", "3?"]);

        await Review.DecideAsync(pairs[2].Id, new("approve", 1), Token);
        await Review.DecideAsync(pairs[4].Id, new("reject", 1), Token);
        var decided = (await Review.ListAsync(filter with { Sort = "-decided" }, cancellationToken: Token)).Items;
        decided.Take(2).Select(p => p.Id).ShouldBe([pairs[4].Id, pairs[2].Id]);
    }

    [Fact]
    public async Task A_count_is_exact()
    {
        var pairs = await api.Seed.PairsAsync(3);
        (await Review.CountAsync(new() { RunId = pairs[0].RunId }, Token)).ShouldBe(new(3, More: false));
    }

    [Theory]
    [InlineData("type=novel", "unknown-type")]
    [InlineData("difficulty=vast", "unknown-difficulty")]
    [InlineData("stage=third", "unknown-stage")]
    [InlineData("minScore=0", "bad-score")]
    [InlineData("maxScore=6", "bad-score")]
    [InlineData("search=nul%00", "bad-search")]
    [InlineData("flag=nul%00", "bad-filter")]
    [InlineData("tag=nul%00", "bad-filter")]
    [InlineData("after=behind", "bad-after")]
    [InlineData("from=yesterday", "bad-request")]
    public async Task An_invalid_filter_is_refused_with_its_code(string query, string code)
    {
        using var http = api.CreateClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", api.Credentials.ApiKey);
        foreach (var path in new[] { "pairs", "review/next" })
        {
            var response = await http.GetAsync(new Uri($"/api/v1/workspaces/default/{path}?{query}", UriKind.Relative), Token);
            ((int)response.StatusCode).ShouldBe(400);
            (await response.Content.ReadAsStringAsync(Token)).ShouldContain($"\"code\":\"{code}\"");
        }
    }

    [Fact]
    public async Task An_overlong_search_is_refused() =>
        (await Should.ThrowAsync<SynthDataGenException>(() => Review.ListAsync(new() { Search = new string('x', 501) }, cancellationToken: Token))).Code.ShouldBe("bad-search");

    private async Task<long> CountAsync(PairFilter filter)
    {
        var count = (await Review.CountAsync(filter, Token)).Count;
        (await Review.ListAsync(filter, limit: 100, cancellationToken: Token)).Items.Count.ShouldBe((int)count);
        return count;
    }

    private async Task<List<Guid>> WalkAsync(PairFilter filter)
    {
        var seen = new List<Guid>();
        string? after = null;
        do
        {
            var page = await Review.ListAsync(filter, after, 2, Token);
            seen.AddRange(page.Items.Select(pair => pair.Id));
            after = page.Next;
        }
        while (after is not null);
        return seen;
    }
}
