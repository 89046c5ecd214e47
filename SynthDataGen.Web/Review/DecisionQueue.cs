using System.Text.Json;
using SynthDataGen.Client;
using SynthDataGen.Client.Review;
using SynthDataGen.Web.Parts;

namespace SynthDataGen.Web.Review;

/// <summary>
/// Sends decisions one by one in the order they were made, so that the person never waits for the server. While the server is away, they stay
/// queued and are tried again.
/// </summary>
public sealed class DecisionQueue(ReviewClient review, TimeProvider time, Func<DeskPair?, Task> changed) : IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private readonly List<(DeskPair Pair, NewDecision Decision)> waiting = [];
    private readonly CancellationTokenSource closing = new();
    private Task work = Task.CompletedTask;

    /// <summary>The decisions that aren't saved yet, in order.</summary>
    public IReadOnlyList<UnsentDecision> Unsent => [.. waiting.Select(one => new UnsentDecision(one.Pair.Pair.Id, one.Decision with { Version = one.Pair.Pair.Version }))];

    /// <summary>Why the server can't save decisions right now; null if it can.</summary>
    public string? Away { get; private set; }

    /// <summary>Whether the session has ended: queued decisions can be sent after signing in again.</summary>
    public bool SignedOut { get; private set; }

    /// <summary>Queues a decision; its version is filled in when it is sent.</summary>
    public void Add(DeskPair pair, NewDecision decision)
    {
        pair.Underway++;
        waiting.Add((pair, decision));
        if (work.IsCompleted)
        {
            work = SendAllAsync();
        }
    }

    /// <summary>Sends the queued decisions, then ends: closing the page loses none. It doesn't wait for a server that is away.</summary>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await work;
        closing.Dispose();
    }

    private async Task SendAllAsync()
    {
        await Task.Yield(); // A reply may arrive before the key press is handled; it waits its turn.
        while (waiting.Count > 0 && !SignedOut)
        {
            var (pair, decision) = waiting[0];
            // If the previous decision failed, the person looks at the pair again first.
            if (pair.Problem is null && !await SendAsync(pair, decision))
            {
                return;
            }

            waiting.RemoveAt(0);
            pair.Underway--;
            if (decision.Action == "edit")
            {
                (pair.Edit, pair.Sent) = (pair.Problem is null ? null : pair.Sent, null);
            }

            if (pair.Underway == 0 || pair.Problem is not null)
            {
                pair.Settle(decision);
            }

            await changed(pair);
        }
    }

    /// <summary>Returns false if the decision wasn't saved and can't be now.</summary>
    private async Task<bool> SendAsync(DeskPair pair, NewDecision decision)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await DecideAsync(pair, decision, again: pause > FirstPause);
                Away = null;
                return true;
            }
            catch (SynthDataGenException e) when (e.Status == 401)
            {
                SignedOut = true;
                await changed(null);
                return false;
            }
            catch (SynthDataGenException e) when (e.Status is 0 or 502 or 503 or 504)
            {
                Away = e.Message;
                await changed(null);
            }

            if (!await PauseAsync(pause))
            {
                return false;
            }
        }
    }

    private async Task DecideAsync(DeskPair pair, NewDecision decision, bool again)
    {
        var version = pair.Pair.Version;
        try
        {
            pair.Pair = await review.DecideAsync(pair.Pair.Id, decision with { Version = version });
        }
        catch (PairChangedException e)
        {
            pair.Pair = e.Current;
            // The reply to the first try was lost, not the decision.
            pair.Problem = again && UnsentDecision.Landed(e.Current, decision, version) ? null : new(
                What(decision), $"{e.Current.DecidedBy ?? "Somebody"} changed this pair in the meantime. This is the current version{(pair.Sent is null ? "" : "; your edit is kept")}.", e.Message);
        }
        catch (SynthDataGenException e) when (e.Status is not (0 or 401 or 502 or 503 or 504))
        {
            pair.Problem = Problem.From(What(decision), e, time.GetUtcNow());
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException or IOException or JsonException)
        {
            pair.Problem = new(What(decision), "The reply didn't arrive. Decide again.", e.Message);
        }
    }

    private async Task<bool> PauseAsync(TimeSpan pause)
    {
        await Task.Delay(pause, time, closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return !closing.IsCancellationRequested;
    }

    private static string What(NewDecision decision) => decision.Action switch
    {
        "approve" => "Approve",
        "edit" => "Save and approve",
        "reject" => "Reject",
        _ => "Undo",
    };
}
