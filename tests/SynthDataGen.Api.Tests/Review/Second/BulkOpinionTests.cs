using SynthDataGen.Client;
using SynthDataGen.Client.Review;

namespace SynthDataGen.Api.Tests.Review.Second;

public sealed class BulkOpinionTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ReviewClient Review => api.Workspace.Review;

    [Fact]
    public async Task A_bulk_decision_counts_as_one_opinion()
    {
        var (pairs, other) = await BeginAsync(4);
        await other.ApproveAsync(pairs[0]);
        await other.RejectAsync(pairs[1]);
        await Review.ApproveAsync(pairs[2]);
        var bulk = await Review.DecideAsync(new BulkDecision("approve") { Filter = new() { RunId = pairs[0].RunId } }, Token);
        bulk.Changed.ShouldBe(3);
        (await StandAsync(pairs)).ShouldBe("approved, pending adjudication, pending second, pending second");
        (await Review.DecideAsync(new BulkDecision("approve") { Filter = new() { RunId = pairs[0].RunId } }, Token)).Changed.ShouldBe(0);
    }

    [Fact]
    public async Task Its_undo_keeps_pairs_in_adjudication()
    {
        var (pairs, other) = await BeginAsync(3);
        await other.ApproveAsync(pairs[0]);
        await other.RejectAsync(pairs[1]);
        var bulk = await Review.DecideAsync(new BulkDecision("approve") { Ids = [.. pairs.Select(p => p.Id)] }, Token);
        (await Review.UndoAsync(bulk.UndoToken, Token)).Changed.ShouldBe(1);
        (await StandAsync(pairs)).ShouldBe("pending second, pending adjudication, pending");
        (await other.ApproveAsync(pairs[2])).Stage.ShouldBe("second");
        (await Review.ApproveAsync(pairs[0])).Status.ShouldBe("approved");
    }

    private async Task<(IReadOnlyList<Pair> Pairs, ReviewClient Other)> BeginAsync(int count)
    {
        await api.ShareAsync(100);
        return (await api.Seed.PairsAsync(count), (await api.ReviewerAsync()).Review);
    }

    private async Task<string> StandAsync(IReadOnlyList<Pair> pairs) => string.Join(
        ", ", (await Task.WhenAll(pairs.Select(p => Review.GetAsync(p.Id, Token)))).Select(p => $"{p.Status} {p.Stage}".TrimEnd()));
}
