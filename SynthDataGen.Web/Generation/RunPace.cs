using SynthDataGen.Client.Generation;
using SynthDataGen.Web.Parts;

namespace SynthDataGen.Web.Generation;

/// <summary>A run's pace and time left, from what it has done so far.</summary>
public readonly record struct RunPace(Run Run, DateTimeOffset Now)
{
    /// <summary>Finished contexts, whether they succeeded or failed.</summary>
    public int Done => Run.Contexts.Succeeded + Run.Contexts.Failed;

    /// <summary>"12 contexts/min, about 3 min left"; before the first context "starting".</summary>
    public string Sentence
    {
        get
        {
            var passed = Now - Run.StartedAt;
            if (Done == 0 || passed <= TimeSpan.Zero)
            {
                return "starting";
            }

            var left = TimeSpan.FromTicks(passed.Ticks / Done * Run.Contexts.Pending);
            return $"{Done / passed.TotalMinutes:0.#} contexts/min, about {Words.Duration(left)} left";
        }
    }
}
