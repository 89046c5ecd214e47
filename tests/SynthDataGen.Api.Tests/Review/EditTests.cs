using SynthDataGen.Client;
using SynthDataGen.Client.Review;
using SynthDataGen.Core.Data.Generation;

namespace SynthDataGen.Api.Tests.Review;

public sealed class EditTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ReviewClient Review => api.Workspace.Review;

    [Fact]
    public async Task Evidence_is_cut_from_the_source_at_the_given_span()
    {
        var pairs = await api.Seed.PairsAsync(2);
        var other = pairs[1].Evidence[0];
        var edited = await DecideAsync(pairs[0], new("edit", 1) { Evidence = [new(other.Start, other.End), new(other.Start, other.Start + 8)] });
        edited.Evidence.ShouldBe([other, new() { Quote = "Sentence", Start = other.Start, End = other.Start + 8, Page = 2, Match = "exact" }]);
        var decision = edited.History!.ShouldHaveSingleItem();
        (decision.Before!.Evidence!.ShouldHaveSingleItem(), decision.After!.Evidence!.Count).ShouldBe((pairs[0].Evidence[0], 2));
    }

    [Theory]
    [InlineData(-1, 4)]
    [InlineData(4, 4)]
    [InlineData(5, 4)]
    [InlineData(0, 1_000_000)]
    [InlineData(int.MaxValue, int.MinValue)]
    public async Task Evidence_outside_the_source_is_refused(int start, int end)
    {
        var pair = (await api.Seed.PairsAsync(1))[0];
        var refused = await Should.ThrowAsync<SynthDataGenException>(() => DecideAsync(pair, new("edit", 1) { Evidence = [new(0, 4), new(start, end)] }));
        (refused.Code, (await Review.GetAsync(pair.Id, Token)).Version).ShouldBe(("bad-evidence", 1));
    }

    [Fact]
    public async Task The_checks_run_again_on_edits()
    {
        var pair = (await api.Seed.PairsAsync(2))[1];
        pair.Flags.ShouldBe(["too-short"]);
        var edited = await DecideAsync(pair, new("edit", 1) { Answer = "It weighs 999 kilograms." });
        edited.Flags.ShouldBe(["unsupported-number"]);
        edited = await DecideAsync(edited, new("edit", 2) { Evidence = [] });
        edited.Flags.ShouldBe(["ungrounded"]);
        edited = await DecideAsync(edited, new("undo", 3));
        edited.Evidence.ShouldBe(pair.Evidence);
        edited.Flags.ShouldBe(["unsupported-number"]);
    }

    [Fact]
    public async Task An_edit_can_create_a_duplicate_and_its_undo_removes_it()
    {
        var pairs = await api.Seed.PairsAsync(2);
        await api.Get<DuplicateRecords>().MarkAsync(new(pairs[0].RunId, 0, 0, 0), Token);
        var before = await Review.GetAsync(pairs[1].Id, Token);
        await DecideAsync(pairs[0], new("edit", 1) { Question = "Which quay does the ferry to the outer islands leave from?" });
        var same = await DecideAsync(pairs[1], new("edit", 1) { Question = "Which quay does the ferry to the outer islands leave from ?" });
        (same.ClusterId, same.Flags.Contains("duplicate")).ShouldBe((pairs[0].Id, true));
        var undone = await DecideAsync(same, new("undo", 2));
        (undone.ClusterId, undone.Flags.Contains("duplicate"), undone.Question).ShouldBe((before.ClusterId, before.Flags.Contains("duplicate"), before.Question));
        var first = await DecideAsync(undone, new("edit", 3) { Question = "What does the harbour master do in a storm?" });
        first.ClusterId.ShouldBeNull();
    }

    [Fact]
    public async Task The_history_shows_each_pair_before_and_after()
    {
        var pair = (await api.Seed.PairsAsync(1))[0];
        var approved = await DecideAsync(pair, new("approve", 1));
        var edited = await DecideAsync(approved, new("edit", 2) { Answer = "One kilogram." });
        var rejected = await DecideAsync(edited, new("reject", 3) { Reason = "trivial" });
        var history = (await DecideAsync(rejected, new("undo", 4))).History!;
        history.Select(d => (d.Action, d.Before!.Status, d.Before.Answer, d.After!.Status, d.After.Answer, d.Undone)).ShouldBe(
        [
            ("approve", "pending", pair.Answer, "approved", pair.Answer, false), ("edit", "approved", pair.Answer, "approved", "One kilogram.", false),
            ("reject", "approved", "One kilogram.", "rejected", "One kilogram.", true), ("undo", "rejected", "One kilogram.", "approved", "One kilogram.", false),
        ]);
    }

    [Theory]
    [InlineData("\u202Eabc \u0600\U0001F600 <script>alert(1)</script> =cmd|'/c calc'!A0")]
    [InlineData("\uFFFF\uFFFE\u200B x")]
    public async Task Odd_text_is_kept_unchanged(string text) =>
        (await DecideAsync((await api.Seed.PairsAsync(1))[0], new("edit", 1) { Answer = text })).Answer.ShouldBe(text);

    [Fact]
    public async Task An_answer_of_maximal_length_is_kept_and_a_longer_one_refused()
    {
        var pair = (await api.Seed.PairsAsync(1))[0];
        var words = string.Concat(Enumerable.Range(0, 40_000).Select(i => char.ConvertFromUtf32(0x20000 + i) + (i % 2 == 0 ? "-" : " ")));
        var text = words[..99_999].Trim();
        ((await DecideAsync(pair, new("edit", 1) { Answer = text })).Answer == text).ShouldBeTrue();
        (await Should.ThrowAsync<SynthDataGenException>(() => DecideAsync(pair, new("edit", 2) { Answer = words }))).Code.ShouldBe("bad-text");
    }

    [Theory]
    [InlineData("""{"action":"edit","version":1,"answer":"half \ud83d"}""")]
    [InlineData("""{"action":"edit","version":1,"answer":"nul \u0000"}""")]
    [InlineData("""{"action":"reject","version":1,"reason":"nul \u0000"}""")]
    public async Task Text_that_cannot_be_stored_is_refused(string body)
    {
        var pair = (await api.Seed.PairsAsync(1))[0];
        using var http = api.CreateClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", api.Credentials.ApiKey);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var response = await http.PostAsync(new Uri($"/api/v1/workspaces/default/pairs/{pair.Id}/decisions", UriKind.Relative), content, Token);
        ((int)response.StatusCode).ShouldBe(400);
        (await response.Content.ReadAsStringAsync(Token)).ShouldContain("\"code\":\"bad-");
    }

    private Task<Pair> DecideAsync(Pair pair, NewDecision decision) => Review.DecideAsync(pair.Id, decision, Token);
}
