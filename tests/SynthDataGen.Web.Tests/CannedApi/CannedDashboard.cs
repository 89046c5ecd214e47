using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Tests.CannedApi;

/// <summary>The dashboard of the canned pairs.</summary>
internal static class CannedDashboard
{
    public static IReadOnlyList<ChunkHeat> Heat { get; } =
    [
        new() { Ordinal = 0, Start = 0, Page = 1, Heading = "1 Scope", State = "covered", Pairs = 5, Approved = 2 }, new() { Ordinal = 1, Start = 400, Page = 1, Heading = "2 Leave", State = "asked", Pairs = 0, Approved = 0 }, new() { Ordinal = 2, Start = 900, Page = 2, Heading = "2 Leave", State = "waiting", Pairs = 0, Approved = 0 },
        new() { Ordinal = 3, Start = 1_300, Page = 3, Heading = "Index", State = "boilerplate", Pairs = 0, Approved = 0 },
    ];

    public static DashboardNumbers Of(CannedData data) => new()
    {
        Funnel = new() { Documents = 6, Chunks = 10, Contexts = 4, Pairs = data.Stats.Pairs.Total, Approved = data.Stats.Pairs.Approved },
        Runs = [new() { Name = "default · local", Id = data.Runs.Count > 0 ? data.Runs[0].Id : null, Approved = 30, Rejected = 10, Pending = 5 }],
        Models = [new() { Name = "<b>model</b>", Id = null, Approved = 30, Rejected = 10, Pending = 5 }],
        Templates = [new() { Name = "grounded-pairs 2", Id = null, Approved = 30, Rejected = 10, Pending = 5 }],
        Types = [new() { Name = "factual", Id = null, Approved = 20, Rejected = 10, Pending = 3 }, new() { Name = "procedure", Id = null, Approved = 10, Rejected = 0, Pending = 2 }],
        Documents = [new() { Name = data.Handbook.Key, Id = data.Handbook.Id, Approved = 30, Rejected = 10, Pending = 5 }],
        Reasons = [new("trivial", 6), new("", 4)],
        Reviewers = [new() { Name = "Ada", Approved = 25, Edited = 5, Rejected = 10, PerHour = 412.4 }],
        Checks = [new("duplicate", 8, 2, 1)], RejectedWithFlag = 9,
        Days = [new(new(2026, 11, 20), 20, 5, 10), new(new(2026, 11, 21), 5, 0, 0)],
        Spending = new(new(90_000, 10_000), 3m, 3_333.3, 0.1m),
    };
}
