using SynthDataGen.Client;

namespace SynthDataGen.Api.Tests.Review.Second;

public sealed class AgreementTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Agreement_is_reported_for_each_two_reviewers()
    {
        await api.ShareAsync(100);
        (await api.Workspace.Review.GetAgreementAsync(Token)).ShouldBeEmpty();
        var pairs = await api.Seed.PairsAsync(5);
        var (one, other) = (await api.ReviewerAsync(), await api.ReviewerAsync());
        await one.Review.ApproveAsync(pairs[0]);
        await other.Review.ApproveAsync(pairs[0]);
        await other.Review.ApproveAsync(pairs[1]);
        await one.Review.RejectAsync(pairs[1]);
        await one.Review.RejectAsync(pairs[2]);
        await other.Review.RejectAsync(pairs[2]);
        await one.Review.ApproveAsync(pairs[3]);
        await other.Review.ApproveAsync(pairs[3]);
        await one.Review.ApproveAsync(pairs[4]);

        // By hand: 3 of 4 agree; by chance 2/4 · 3/4 + 2/4 · 1/4 = 1/2.
        var (first, second) = string.CompareOrdinal(one.Name, other.Name) < 0 ? (one.Name, other.Name) : (other.Name, one.Name);
        (await api.Workspace.Review.GetAgreementAsync(Token)).ShouldBe([new() { First = first, Second = second, Count = 4, Agreed = 0.75, Kappa = 0.5 }]);
    }
}
