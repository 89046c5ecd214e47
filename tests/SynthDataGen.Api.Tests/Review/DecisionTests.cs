using SynthDataGen.Client;
using SynthDataGen.Client.Review;

namespace SynthDataGen.Api.Tests.Review;

public sealed class DecisionTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ReviewClient Review => api.Workspace.Review;

    [Fact]
    public async Task An_approval_names_who_and_when()
    {
        var pair = await PairAsync();
        var approved = await DecideAsync(pair, new("approve", pair.Version));
        (approved.Status, approved.Version, approved.DecidedBy).ShouldBe(("approved", 2, "administrator"));
        approved.DecidedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_edit_approves_the_new_words_and_keeps_the_old_ones()
    {
        var pair = await PairAsync();
        var edited = await DecideAsync(pair, new("edit", pair.Version) { Answer = "One kilogram." });
        (edited.Status, edited.Question, edited.Answer).ShouldBe(("approved", pair.Question, "One kilogram."));
        edited.History!.ShouldHaveSingleItem().Before!.Answer.ShouldBe(pair.Answer);
    }

    [Fact]
    public async Task A_rejection_keeps_its_reason()
    {
        var pair = await PairAsync();
        var rejected = await DecideAsync(pair, new("reject", pair.Version) { Reason = "trivial" });
        rejected.Status.ShouldBe("rejected");
        rejected.History!.ShouldHaveSingleItem().Reason.ShouldBe("trivial");
    }

    [Fact]
    public async Task Undo_goes_back_one_decision_at_a_time()
    {
        var pair = await PairAsync();
        var edited = await DecideAsync(pair, new("edit", pair.Version) { Answer = "edited" });
        var rejected = await DecideAsync(edited, new("reject", edited.Version));
        var once = await DecideAsync(rejected, new("undo", rejected.Version));
        (once.Status, once.Answer).ShouldBe(("approved", "edited"));
        var twice = await DecideAsync(once, new("undo", once.Version));
        (twice.Status, twice.Answer, twice.DecidedBy).ShouldBe(("pending", pair.Answer, null));
        twice.History!.Select(d => d.Action).ShouldBe(["edit", "reject", "undo", "undo"]);
    }

    [Fact]
    public async Task There_is_nothing_to_undo_on_a_fresh_pair()
    {
        var pair = await PairAsync();
        var refused = await Should.ThrowAsync<SynthDataGenException>(() => DecideAsync(pair, new("undo", pair.Version)));
        refused.Code.ShouldBe("nothing-to-undo");
    }

    [Fact]
    public async Task A_decision_on_an_old_version_gets_the_current_pair()
    {
        var pair = await PairAsync();
        await DecideAsync(pair, new("edit", pair.Version) { Question = "Mine?" });
        var conflict = await Should.ThrowAsync<PairChangedException>(() => DecideAsync(pair, new("edit", pair.Version) { Question = "Yours?" }));
        conflict.Current.Question.ShouldBe("Mine?");
        conflict.Current.Version.ShouldBe(2);
    }

    [Fact]
    public async Task One_of_several_concurrent_decisions_wins()
    {
        var pair = await PairAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            try
            {
                await DecideAsync(pair, new("edit", pair.Version) { Answer = $"answer {i}" });
                return true;
            }
            catch (PairChangedException)
            {
                return false;
            }
        }));
        outcomes.Count(won => won).ShouldBe(1);
        (await Review.GetAsync(pair.Id, Token)).History!.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("shred", null, "unknown-action")]
    [InlineData("edit", null, "empty-edit")]
    [InlineData("edit", "  ", "bad-text")]
    [InlineData("edit", "nul \0", "bad-text")]
    public async Task A_bad_decision_is_refused(string action, string? answer, string code)
    {
        var pair = await PairAsync();
        var refused = await Should.ThrowAsync<SynthDataGenException>(() => DecideAsync(pair, new(action, pair.Version) { Answer = answer }));
        refused.Code.ShouldBe(code);
    }

    private async Task<Pair> PairAsync() => (await api.Seed.PairsAsync(1))[0];

    private Task<Pair> DecideAsync(Pair pair, NewDecision decision) => Review.DecideAsync(pair.Id, decision, Token);
}
