using SynthDataGen.Client;
using SynthDataGen.Client.Review;

namespace SynthDataGen.Api.Tests.Review.Second;

public sealed class BlindTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_second_reviewer_sees_the_original_pair()
    {
        var (pair, one, other) = await BeginAsync();
        var mine = await one.Review.EditAsync(pair, "Edited: 1 kilogram.");
        mine.History!.ShouldHaveSingleItem().After!.Answer.ShouldBe("Edited: 1 kilogram.");
        var seen = await other.Review.GetAsync(pair.Id, Token);
        (seen.Question, seen.Answer, seen.DecidedBy, seen.Stage).ShouldBe((pair.Question, pair.Answer, null, "second"));
        seen.Evidence.ShouldBe(pair.Evidence);
        seen.Flags.ShouldBe(pair.Flags);
        seen.History.ShouldBeEmpty();
        await one.Review.UndoAsync(pair);
        (await other.Review.GetAsync(pair.Id, Token)).History.ShouldBeEmpty();
        (await one.Review.GetAsync(pair.Id, Token)).History!.Select(d => d.Action).ShouldBe(["edit", "undo"]);
    }

    [Fact]
    public async Task Each_opinion_comes_from_another_person()
    {
        var (pair, one, other) = await BeginAsync();
        var filter = new PairFilter { RunId = pair.RunId };
        await one.Review.ApproveAsync(pair);
        (await one.Review.TakeAsync(new(filter), Token)).Items.ShouldBeEmpty();
        (await one.Review.NextAsync(filter, cancellationToken: Token)).Items.ShouldBeEmpty();
        (await one.Review.CountAsync(filter with { Stage = "open" }, Token)).Count.ShouldBe(0);
        (await other.Review.CountAsync(filter with { Stage = "open" }, Token)).Count.ShouldBe(1);
        (await other.Review.TakeAsync(new(filter), Token)).Items.ShouldHaveSingleItem().History.ShouldBeNull();
        await other.Review.RejectAsync(pair);
        (await (await api.ReviewerAsync()).Review.TakeAsync(new(filter), Token)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Names_are_revealed_when_the_pair_is_decided()
    {
        var (pair, one, other) = await BeginAsync();
        await one.Review.ApproveAsync(pair);
        await other.Review.RejectAsync(pair);
        var open = await api.Workspace.Review.GetAsync(pair.Id, Token);
        open.History!.Select(d => (d.By, d.Action, d.Opinion)).ShouldBe([("", "approve", true), ("", "reject", true)]);
        var decided = await api.Workspace.Review.ApproveAsync(pair);
        decided.History!.Select(d => d.By).ShouldBe([one.Name, other.Name, "administrator"]);
    }

    [Fact]
    public async Task The_duplicate_search_ignores_opinions()
    {
        var (pair, one, _) = await BeginAsync();
        const string Question = "Which birds build their nests in the reeds along the northern lake?";
        await one.Review.DecideAsync(pair.Id, new("edit", 1) { Question = Question }, Token);
        await api.ShareAsync(0);
        var next = (await api.Seed.PairsAsync(1))[0];
        (await api.Workspace.Review.DecideAsync(next.Id, new("edit", 1) { Question = Question }, Token)).Flags.ShouldNotContain("duplicate");
    }

    private async Task<(Pair Pair, (string Name, ReviewClient Review) One, (string Name, ReviewClient Review) Other)> BeginAsync()
    {
        await api.ShareAsync(100);
        return ((await api.Seed.PairsAsync(1))[0], await api.ReviewerAsync(), await api.ReviewerAsync());
    }
}
