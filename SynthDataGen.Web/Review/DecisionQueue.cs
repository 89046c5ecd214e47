using System.Text.Json;
using System.Threading.Channels;
using SynthDataGen.Client;
using SynthDataGen.Client.Review;
using SynthDataGen.Web.Parts;

namespace SynthDataGen.Web.Review;

/// <summary>Sends decisions one after the other in the order they were made, so that the person never waits for the server.</summary>
public sealed class DecisionQueue(ReviewClient review, TimeProvider time, Func<DeskPair, Task> settled) : IAsyncDisposable
{
    private readonly Channel<(DeskPair Pair, NewDecision Decision)> waiting = Channel.CreateUnbounded<(DeskPair, NewDecision)>(new() { SingleReader = true });
    private Task? work;

    /// <summary>Whether anything is on its way.</summary>
    public bool Busy => waiting.Reader.Count > 0;

    /// <summary>Takes a decision; its version is filled in when it is sent.</summary>
    public void Add(DeskPair pair, NewDecision decision)
    {
        pair.Underway++;
        waiting.Writer.TryWrite((pair, decision));
        work ??= SendAllAsync();
    }

    /// <summary>Sends what still waits, then ends: closing the page loses no decision.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await (work ?? Task.CompletedTask);
    }

    private async Task SendAllAsync()
    {
        await Task.Yield(); // An answer may be there before the key's own work is done; it waits its turn.
        await foreach (var (pair, decision) in waiting.Reader.ReadAllAsync())
        {
            pair.Underway--;
            if (pair.Problem is not null)
            {
                continue; // The one before it failed: the person looks at the pair again first.
            }

            await SendAsync(pair, decision);
            await settled(pair);
        }
    }

    private async Task SendAsync(DeskPair pair, NewDecision decision)
    {
        try
        {
            pair.Pair = await review.DecideAsync(pair.Pair.Id, decision with { Version = pair.Pair.Version });
            pair.Draft = null;
        }
        catch (PairChangedException e)
        {
            pair.Pair = e.Current;
            pair.Problem = new(What(decision), $"{e.Current.DecidedBy ?? "Somebody"} changed this pair meanwhile. It stands here as it is now; your words are kept.", e.Message);
        }
        catch (SynthDataGenException e)
        {
            pair.Problem = Problem.From(What(decision), e, time.GetUtcNow());
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException or IOException or JsonException)
        {
            pair.Problem = new(What(decision), "The answer did not come through. Decide again.", e.Message);
        }

        if (pair.Underway == 0 || pair.Problem is not null)
        {
            pair.Status = pair.Pair.Status;
        }
    }

    private static string What(NewDecision decision) => decision.Action switch
    {
        "approve" => "Approve",
        "edit" => "Save and approve",
        "reject" => "Reject",
        _ => "Undo",
    };
}
