using System.Diagnostics;
using OpenTelemetry;

namespace SynthDataGen.ServiceDefaults;

/// <summary>Keeps health probes, one every few seconds, out of the traces.</summary>
internal sealed class HealthRequestFilter : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        if (data.GetTagItem("url.path") is "/health" or "/alive")
        {
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }
}
