using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Tests.CannedApi;

/// <summary>How the canned pairs fare.</summary>
internal static class CannedDashboard
{
    public static IReadOnlyList<ChunkHeat> Heat { get; } =
    [
        new(0, 0, 1, "1 Scope", "covered", 5, 2), new(1, 400, 1, "2 Leave", "asked", 0, 0), new(2, 900, 2, "2 Leave", "waiting", 0, 0),
        new(3, 1_300, 3, "Index", "boilerplate", 0, 0),
    ];

    public static DashboardNumbers Of(CannedData data) => new(
        new(6, 10, 4, data.Stats.Pairs.Total, data.Stats.Pairs.Approved),
        [new("default · local", data.Runs.Count > 0 ? data.Runs[0].Id : null, 30, 10, 5)],
        [new("<b>model</b>", null, 30, 10, 5)],
        [new("grounded-pairs 2", null, 30, 10, 5)],
        [new("factual", null, 20, 10, 3), new("procedure", null, 10, 0, 2)],
        [new(data.Handbook.Key, data.Handbook.Id, 30, 10, 5)],
        [new("trivial", 6), new("", 4)],
        [new("Ada", 25, 5, 10, 412.4)],
        [new("duplicate", 8, 2, 1)],
        9,
        [new(new(2026, 11, 20), 20, 5, 10), new(new(2026, 11, 21), 5, 0, 0)],
        new(new(90_000, 10_000), 3m, 3_333.3, 0.1m));
}
