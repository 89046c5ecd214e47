using SynthDataGen.Client;
using SynthDataGen.Client.Review;
using SynthDataGen.Core.Data.Generation;

namespace SynthDataGen.Api.Tests.Review;

public sealed class PairTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ReviewClient Review => api.Workspace.Review;

    [Fact]
    public async Task A_pair_carries_its_evidence_and_origin()
    {
        var pair = (await api.Seed.PairsAsync(1))[0];
        var text = await api.Workspace.Documents.GetTextAsync(pair.DocumentId, pair.Provenance.RevisionId, Token);
        var evidence = pair.Evidence.ShouldHaveSingleItem();
        text.Text[evidence.Start..evidence.End].ShouldBe(evidence.Quote);
        (evidence.Match, pair.Provenance.Template, pair.Provenance.TemplateVersion).ShouldBe(("exact", "template", "1"));
    }

    [Fact]
    public async Task A_duplicate_names_the_first_of_its_cluster()
    {
        var (first, second) = ((await api.Seed.PairsAsync(1))[0], (await api.Seed.PairsAsync(1))[0]);
        foreach (var pair in new[] { first, second })
        {
            await api.Get<DuplicateRecords>().MarkAsync(new(pair.RunId, 0, 0, 0), Token);
        }

        var duplicate = await Review.GetAsync(second.Id, Token);
        var cluster = duplicate.ClusterId.ShouldNotBeNull();
        duplicate.Flags.ShouldContain("duplicate");
        (await Review.GetAsync(cluster, Token)).Question.ShouldBe(duplicate.Question);
    }

    [Fact]
    public async Task Filters_combine()
    {
        var pairs = await api.Seed.PairsAsync(4);
        var filter = new PairFilter { Status = "pending", Flag = "too-short", DocumentId = pairs[0].DocumentId, Search = "ITEM 4" };
        (await Review.ListAsync(filter, cancellationToken: Token)).Items.ShouldHaveSingleItem().Question.ShouldBe("How heavy is item 4?");
    }

    [Fact]
    public async Task Pages_cover_all_pairs_in_order()
    {
        var pairs = await api.Seed.PairsAsync(5);
        var filter = new PairFilter { RunId = pairs[0].RunId };
        var first = await Review.ListAsync(filter, limit: 3, cancellationToken: Token);
        var second = await Review.ListAsync(filter, first.Next, 3, Token);
        first.Items.Concat(second.Items).Select(p => p.Id).ShouldBe(pairs.Select(p => p.Id));
        second.Next.ShouldBeNull();
        pairs.Select(p => p.Question).ShouldBe(Enumerable.Range(1, 5).Select(i => $"How heavy is item {i}?"));
    }

    [Fact]
    public async Task A_pair_carries_its_judgement()
    {
        var pairs = await api.Seed.PairsAsync(3);
        pairs[0].Judge.ShouldBe(new() { Score = 5, Answerable = true, Complete = true, Clear = true, Note = "It could say more." });
        pairs[2].Judge.ShouldBeNull();
    }

    [Fact]
    public async Task The_judge_order_starts_with_the_worst_pairs()
    {
        var pairs = await api.Seed.PairsAsync(7);
        var filter = new PairFilter { RunId = pairs[0].RunId, Sort = "judge" };
        var seen = new List<int?>();
        string? after = null;
        do
        {
            var page = await Review.ListAsync(filter, after, 2, Token);
            seen.AddRange(page.Items.Select(pair => pair.Judge?.Score));
            after = page.Next;
        }
        while (after is not null);
        seen.ShouldBe([1, 1, 2, 4, 5, null, null]);
    }

    [Fact]
    public async Task Only_pending_pairs_come_next()
    {
        var pairs = await api.Seed.PairsAsync(3);
        await Review.DecideAsync(pairs[0].Id, new("approve", 1), Token);
        var next = await Review.NextAsync(new() { RunId = pairs[0].RunId }, count: 10, cancellationToken: Token);
        next.Items.Select(p => p.Id).ShouldBe([pairs[1].Id, pairs[2].Id]);
    }

    [Theory]
    [InlineData("status=lost", "unknown-status")]
    [InlineData("sort=taste", "unknown-sort")]
    [InlineData("documentId=x", "bad-request")]
    public async Task A_bad_filter_is_refused(string query, string code)
    {
        using var http = api.CreateClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", api.Credentials.ApiKey);
        var body = await (await http.GetAsync(new Uri($"/api/v1/workspaces/default/pairs?{query}", UriKind.Relative), Token)).Content.ReadAsStringAsync(Token);
        body.ShouldContain($"\"code\":\"{code}\"");
    }

    [Fact]
    public async Task A_missing_pair_is_not_found() =>
        (await Should.ThrowAsync<SynthDataGenException>(() => Review.GetAsync(Guid.CreateVersion7(), Token))).Code.ShouldBe("pair-not-found");
}
