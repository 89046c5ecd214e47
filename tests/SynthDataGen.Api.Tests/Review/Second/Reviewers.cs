using SynthDataGen.Client;
using SynthDataGen.Client.Review;
using SynthDataGen.Client.Workspaces;

namespace SynthDataGen.Api.Tests.Review.Second;

/// <summary>Reviewers of the same pairs, in a workspace where every pair needs two decisions.</summary>
internal static class Reviewers
{
    public static Task ShareAsync(this ApiApplication api, int share) =>
        api.Client.Workspaces.UpdateAsync("default", new() { Review = new(SecondShare: share) }, TestContext.Current.CancellationToken);

    /// <summary>A new reviewer, with their name.</summary>
    public static async Task<(string Name, ReviewClient Review)> ReviewerAsync(this ApiApplication api, string role = Roles.Reviewer)
    {
        var name = $"reviewer {Guid.CreateVersion7()}";
        return (name, (await api.People.AddAsync(name, role)).Workspace("default").Review);
    }

    public static Task<Pair> ApproveAsync(this ReviewClient review, Pair pair) => review.DecideAsync(pair, new("approve", 0));

    public static Task<Pair> RejectAsync(this ReviewClient review, Pair pair) => review.DecideAsync(pair, new("reject", 0) { Reason = "trivial" });

    public static Task<Pair> EditAsync(this ReviewClient review, Pair pair, string answer) => review.DecideAsync(pair, new("edit", 0) { Answer = answer });

    public static Task<Pair> UndoAsync(this ReviewClient review, Pair pair) => review.DecideAsync(pair, new("undo", 0));

    /// <summary>Decides on the current version of the pair.</summary>
    private static async Task<Pair> DecideAsync(this ReviewClient review, Pair pair, NewDecision decision)
    {
        var token = TestContext.Current.CancellationToken;
        var now = await review.GetAsync(pair.Id, token);
        return await review.DecideAsync(pair.Id, decision with { Version = now.Version }, token);
    }
}
