using SynthDataGen.Client;
using SynthDataGen.Client.Review;
using SynthDataGen.Client.Workspaces;

namespace SynthDataGen.Api.Tests.Review.Second;

public sealed class SecondReviewTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_equal_opinions_are_a_decision()
    {
        var (pair, one, other) = await BeginAsync();
        var waiting = await one.Review.ApproveAsync(pair);
        (waiting.Status, waiting.Stage, waiting.DecidedBy, waiting.Version).ShouldBe(("pending", "second", null, 2));
        var decided = await other.Review.ApproveAsync(pair);
        (decided.Status, decided.Stage, decided.DecidedBy).ShouldBe(("approved", null, other.Name));
        decided.History!.Select(d => (d.By, d.Opinion)).ShouldBe([(one.Name, true), (other.Name, false)]);
    }

    [Fact]
    public async Task Without_a_share_one_decision_is_enough()
    {
        var (pair, one, _) = await BeginAsync(share: 0);
        (await one.Review.ApproveAsync(pair)).Status.ShouldBe("approved");
    }

    [Fact]
    public async Task A_second_review_survives_a_change_of_the_share()
    {
        var (pair, one, other) = await BeginAsync();
        await one.Review.ApproveAsync(pair);
        await api.ShareAsync(0);
        (await other.Review.RejectAsync(pair)).Stage.ShouldBe("adjudication");
    }

    [Fact]
    public async Task Edits_agree_only_word_for_word()
    {
        var (pair, one, other) = await BeginAsync();
        (await one.Review.EditAsync(pair, "It weighs 1 kilogram.")).Answer.ShouldBe(pair.Answer);
        var edited = await other.Review.EditAsync(pair, "It weighs 1 kilogram.");
        (edited.Status, edited.Answer).ShouldBe(("approved", "It weighs 1 kilogram."));
        var (next, _, _) = await BeginAsync();
        await one.Review.EditAsync(next, "It weighs 1 kilogram.");
        var differs = await other.Review.EditAsync(next, "One kilogram, 1.");
        (differs.Stage, differs.Answer).ShouldBe(("adjudication", next.Answer));
        differs.History!.Select(d => d.After!.Answer).ShouldBe(["It weighs 1 kilogram.", "One kilogram, 1."]);
    }

    [Fact]
    public async Task Nobody_gives_both_opinions()
    {
        var (pair, _, _) = await BeginAsync();
        await api.Workspace.Review.ApproveAsync(pair);
        await People.RefusedAsync(409, "opinion-given", () => api.Workspace.Review.ApproveAsync(pair));
        (await api.Workspace.Review.GetAsync(pair.Id, Token)).Status.ShouldBe("pending");
    }

    [Fact]
    public async Task Differing_opinions_wait_for_somebody_else()
    {
        var (pair, one, other) = await BeginAsync();
        await one.Review.ApproveAsync(pair);
        (await other.Review.RejectAsync(pair)).Stage.ShouldBe("adjudication");
        (await api.Workspace.Review.ListAsync(new() { RunId = pair.RunId, Stage = "adjudication" }, cancellationToken: Token)).Items.ShouldHaveSingleItem().Id.ShouldBe(pair.Id);
        await People.RefusedAsync(409, "opinion-given", () => other.Review.ApproveAsync(pair));
        await People.RefusedAsync(409, "nothing-to-undo", () => other.Review.UndoAsync(pair));
        var third = await api.ReviewerAsync();
        var settled = await third.Review.EditAsync(pair, "Settled: 1 kilogram.");
        (settled.Status, settled.Answer, settled.DecidedBy, settled.Stage).ShouldBe(("approved", "Settled: 1 kilogram.", third.Name, null));
        settled.History!.Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_editor_may_settle_their_own_opinion()
    {
        var (pair, one, _) = await BeginAsync();
        var editor = await api.ReviewerAsync(Roles.Editor);
        await one.Review.ApproveAsync(pair);
        await editor.Review.RejectAsync(pair);
        (await editor.Review.RejectAsync(pair)).Status.ShouldBe("rejected");
    }

    [Fact]
    public async Task A_single_opinion_can_be_withdrawn_by_its_author()
    {
        var (pair, one, other) = await BeginAsync();
        await one.Review.ApproveAsync(pair);
        await People.RefusedAsync(409, "nothing-to-undo", () => other.Review.UndoAsync(pair));
        var withdrawn = await one.Review.UndoAsync(pair);
        (withdrawn.Status, withdrawn.Stage).ShouldBe(("pending", null));
        (await one.Review.RejectAsync(pair)).Stage.ShouldBe("second");
        (await other.Review.RejectAsync(pair)).Status.ShouldBe("rejected");
    }

    [Fact]
    public async Task Undoing_goes_back_through_each_stage()
    {
        var (pair, one, other) = await BeginAsync();
        await one.Review.ApproveAsync(pair);
        await other.Review.ApproveAsync(pair);
        (await other.Review.UndoAsync(pair)).Stage.ShouldBe("second");
        await other.Review.RejectAsync(pair);
        (await api.Workspace.Review.ApproveAsync(pair)).Status.ShouldBe("approved");
        var undone = await api.Workspace.Review.UndoAsync(pair);
        (undone.Status, undone.Stage).ShouldBe(("pending", "adjudication"));
    }

    [Fact]
    public async Task One_of_two_concurrent_second_opinions_wins()
    {
        var (pair, one, _) = await BeginAsync();
        var version = (await one.Review.ApproveAsync(pair)).Version;
        var others = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => api.ReviewerAsync()));
        var outcomes = await Task.WhenAll(others.Select(other => TryAsync(() => other.Review.DecideAsync(pair.Id, new("reject", version), Token))));
        outcomes.Count(won => won).ShouldBe(1);
        (await one.Review.GetAsync(pair.Id, Token)).History!.Count.ShouldBe(2);
    }

    [Fact]
    public async Task One_of_two_concurrent_first_opinions_wins()
    {
        var (pair, _, _) = await BeginAsync();
        var people = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => api.ReviewerAsync()));
        var outcomes = await Task.WhenAll(people.Select(one => TryAsync(() => one.Review.DecideAsync(pair.Id, new("approve", 1), Token))));
        outcomes.Count(won => won).ShouldBe(1);
        (await api.Workspace.Review.GetAsync(pair.Id, Token)).Stage.ShouldBe("second");
    }

    private static async Task<bool> TryAsync(Func<Task<Pair>> decide)
    {
        try
        {
            await decide();
            return true;
        }
        catch (PairChangedException)
        {
            return false;
        }
    }

    private async Task<(Pair Pair, (string Name, ReviewClient Review) One, (string Name, ReviewClient Review) Other)> BeginAsync(int share = 100)
    {
        await api.ShareAsync(share);
        return ((await api.Seed.PairsAsync(1))[0], await api.ReviewerAsync(), await api.ReviewerAsync());
    }
}
