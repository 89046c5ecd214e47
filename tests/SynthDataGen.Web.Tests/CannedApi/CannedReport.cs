using Microsoft.AspNetCore.Http;
using SynthDataGen.Client.Generation;

namespace SynthDataGen.Web.Tests.CannedApi;

/// <summary>The report of a run.</summary>
internal static class CannedReport
{
    private static readonly DateTimeOffset Began = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static RunReport Of(CannedData data) => new(
        [new("factual", 90), new("procedure", 28)],
        [new("ungrounded", 3)],
        [new() { Id = data.Handbook.Id, Key = data.Handbook.Key, Contexts = 40, Done = 31, Pairs = 118, Characters = 21_000, Asked = 16_800 }],
        [new(Began, 20, 0), new(Began.AddSeconds(10), 10, 1)]);

    public static IResult Retry(CannedData data, Guid run, Guid item)
    {
        data.FailedContexts.RemoveAll(failed => failed.Id == item);
        var index = data.Runs.FindIndex(one => one.Id == run);
        data.Runs[index] = data.Runs[index] with { Contexts = data.Runs[index].Contexts with { Failed = data.FailedContexts.Count } };
        return Results.NoContent();
    }
}
