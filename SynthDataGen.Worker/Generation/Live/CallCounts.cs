using System.Collections.Concurrent;
using SynthDataGen.Core.Data.Generation.Live;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Worker.Generation.Live;

/// <summary>Counts the calls that this worker makes for runs.</summary>
internal sealed class CallCounts
{
    private readonly ConcurrentDictionary<Guid, CallCount> runs = new();

    public CallCount Of(Run run) => runs.GetOrAdd(run.Id, _ => new(run.Id, run.WorkspaceId));

    /// <summary>What there is to say of runs since it was said last; whoever says it settles each.</summary>
    public IReadOnlyList<(CallCount Count, CallNews News)> News() =>
        [.. runs.Values.Select(count => (Count: count, News: count.News())).Where(run => run.News is not null).Select(run => (run.Count, run.News!))];
}

/// <summary>Calls for one run.</summary>
internal sealed class CallCount(Guid runId, Guid workspaceId)
{
    private readonly Lock gate = new();
    private int inFlight;
    private int retries;
    private bool isSaid = true;

    /// <summary>A call begins; <paramref name="again"/>: it was made before.</summary>
    public void Begin(bool again)
    {
        lock (gate)
        {
            inFlight++;
            retries += again ? 1 : 0;
            isSaid = false;
        }
    }

    public void End()
    {
        lock (gate)
        {
            inFlight--;
            isSaid = false;
        }
    }

    /// <summary>What there is to say; null: nothing has changed and nothing is in flight, which is to be said again and again.</summary>
    public CallNews? News()
    {
        lock (gate)
        {
            var news = isSaid && inFlight == 0 ? null : new CallNews(runId, workspaceId, inFlight, retries);
            isSaid = true;
            return news;
        }
    }

    /// <summary>Whether the others know of it now.</summary>
    public void Settle(CallNews news, bool saved)
    {
        lock (gate)
        {
            retries -= saved ? news.Retries : 0;
            isSaid &= saved;
        }
    }
}
