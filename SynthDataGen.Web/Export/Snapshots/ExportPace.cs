using SynthDataGen.Client.Export;
using SynthDataGen.Web.Parts;

namespace SynthDataGen.Web.Export.Snapshots;

/// <summary>An export's progress and time left, from what was written so far.</summary>
/// <param name="Export">The export.</param>
/// <param name="Now">The time.</param>
public sealed record ExportPace(DatasetExport Export, DateTimeOffset Now)
{
    /// <summary>"12,000 of 40,000 pairs · 9,500 per second, about 3 s left".</summary>
    public string Sentence => Export switch
    {
        { State: "queued" } => "waiting for a worker",
        { Written: 0 } or { Counts: null } => "reading and splitting the pairs",
        _ => Writing(Export.Counts.Total, Now - Export.CreatedAt),
    };

    private string Writing(long total, TimeSpan passed)
    {
        var so = $"{Words.Number(Export.Written)} of {Words.Count(total, "pair")}";
        if (passed <= TimeSpan.Zero)
        {
            return so;
        }

        var left = TimeSpan.FromSeconds(passed.TotalSeconds / Export.Written * Math.Max(0, total - Export.Written));
        var rate = Export.Written / passed.TotalSeconds;
        return $"{so} · {(rate < 1 ? "" : $"{Words.Number((long)rate)} per second, ")}about {Words.Duration(left)} left";
    }
}
