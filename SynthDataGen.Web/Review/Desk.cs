using SynthDataGen.Client;
using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Review;

/// <summary>A person's desk: the pairs seen, the one in front, the next ones loaded ahead, and the decisions made.</summary>
public sealed class Desk : IAsyncDisposable
{
    private const int Ahead = 10;
    private const int Batch = 20;

    /// <summary>The most pairs that the Api skips in one call.</summary>
    private const int MostSkipped = 1_000;
    private readonly WorkspaceClient workspace;
    private readonly PairFilter filter;
    private readonly TimeProvider time;
    private readonly DeskLeases leases;
    private readonly List<DeskPair> pairs = [];
    private readonly HashSet<Guid> known = [];
    private readonly Stack<DeskPair> decided = new();
    private Task? loading;
    private string? after;
    private bool exhausted;

    public Desk(WorkspaceClient workspace, PairFilter filter, TimeProvider time, Func<DeskPair?, Task> changed)
    {
        (this.workspace, this.filter, this.time) = (workspace, filter, time);
        Queue = new(workspace.Review, time, changed);
        leases = new(workspace.Review, time, Wanted, Lose);
    }

    /// <summary>Decisions on their way to the server.</summary>
    public DecisionQueue Queue { get; }

    /// <summary>How fast decisions are made.</summary>
    public Pace Pace { get; } = new();

    /// <summary>The pair in front; null if the filter has no more.</summary>
    public DeskPair? Current => Position < pairs.Count ? pairs[Position] : null;

    public int Position { get; private set; }

    public bool HasPrevious => Position > 0;

    /// <summary>Whether the end of the filter is reached.</summary>
    public bool AtEnd => exhausted && Position >= pairs.Count;

    /// <summary>How many decisions made here are in force.</summary>
    public int Done => decided.Count;

    /// <summary>How many pairs are on other people's desks.</summary>
    public long Elsewhere { get; private set; }

    /// <summary>The pair whose decision U undoes.</summary>
    public DeskPair? Last => decided.TryPeek(out var last) ? last : null;

    /// <summary>The next pair, if it is loaded.</summary>
    public DeskPair? Next => Position + 1 < pairs.Count ? pairs[Position + 1] : null;

    /// <summary>How many were skipped without a decision.</summary>
    public int Skipped => pairs.Take(Position).Count(pair => pair.Status == "pending");

    /// <summary>Starts with the given pairs, if any, and then those of the filter.</summary>
    public async Task OpenAsync(IEnumerable<Pair> first, CancellationToken cancellationToken)
    {
        foreach (var pair in first)
        {
            Take(pair);
        }

        await LoadAheadAsync(cancellationToken);
    }

    /// <summary>Keeps the next pairs loaded; returns immediately while there are enough.</summary>
    public Task LoadAheadAsync(CancellationToken cancellationToken) =>
        loading is { IsCompleted: false } ? loading : loading = LoadUntilAheadAsync(cancellationToken);

    /// <summary>Checks for new pairs after the end was reached.</summary>
    public Task LookAgainAsync(CancellationToken cancellationToken)
    {
        (exhausted, after) = (false, null);
        return LoadAheadAsync(cancellationToken);
    }

    /// <summary>
    /// Checks the pair in front, if it is waiting. If somebody else decided on it in the meantime, it goes and the next one comes, unless the
    /// person has an unsaved edit. If it no longer exists, it goes.
    /// </summary>
    /// <returns>Whether it went.</returns>
    public async Task<bool> LookAtCurrentAsync(CancellationToken cancellationToken)
    {
        if (Current is not { Status: "pending", Underway: 0 } pair)
        {
            return false;
        }

        var now = await workspace.Review.FindAsync(pair.Pair.Id, cancellationToken);
        if (pair.Underway > 0 || now?.Version == pair.Pair.Version)
        {
            return false;
        }

        (pair.Pair, pair.Status) = (now ?? pair.Pair, now?.Status ?? pair.Status);
        return (now is null || (now.Status != "pending" && pair.Edit is null)) && pairs.Remove(pair);
    }

    /// <summary>A previous desk decided on the pair: it goes behind the current one, where Back finds it, and doesn't come again.</summary>
    internal void PutBehind(DeskPair pair, NewDecision decision)
    {
        pair.Status = StatusAfter(decision);
        decided.Push(pair);
        if (pairs.IndexOf(pair) is var at && at >= Position)
        {
            pairs.RemoveAt(at);
            pairs.Insert(Position, pair);
            Move(1);
        }
    }

    /// <summary>The pair on this desk, or a new one off the desk, as the server has it now.</summary>
    internal DeskPair Find(Pair now)
    {
        var pair = pairs.Find(one => one.Pair.Id == now.Id) ?? new DeskPair(now);
        pair.Pair = now;
        return pair;
    }

    public void GoToSkipped() => Position = Math.Max(0, pairs.FindIndex(pair => pair.Status == "pending"));

    public void Move(int by) => Position = Math.Clamp(Position + by, 0, pairs.Count);

    public void Decide(DeskPair pair, NewDecision decision)
    {
        Pace.Tick(time.GetUtcNow());
        pair.Problem = null;
        pair.Status = StatusAfter(decision);
        decided.Push(pair);
        Move(1);
        Queue.Add(pair, decision);
    }

    /// <summary>Undoes the last decision, or the one on the pair in front, and returns to its pair.</summary>
    public void Undo()
    {
        if (!decided.TryPop(out var pair) && (pair = Current) is not { Status: not "pending" })
        {
            return;
        }

        pair.Problem = null;
        pair.Status = "pending";
        Return(pair);
        Queue.Add(pair, new NewDecision("undo", pair.Pair.Version));
    }

    /// <summary>Puts a pair back in front after its decision failed.</summary>
    public void Return(DeskPair pair)
    {
        if (known.Add(pair.Pair.Id))
        {
            pairs.Insert(Position, pair);
        }

        Position = pairs.IndexOf(pair);
        if (pair.Problem is not null && decided.Contains(pair))
        {
            var rest = decided.Reverse().Where(one => one != pair).ToList();
            decided.Clear();
            rest.ForEach(decided.Push);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Queue.DisposeAsync();
        await leases.DisposeAsync();
    }

    private async Task LoadUntilAheadAsync(CancellationToken cancellationToken)
    {
        while (!exhausted && pairs.Count - Position <= Ahead)
        {
            foreach (var pair in await LoadBatchAsync(cancellationToken))
            {
                Take(pair);
            }
        }
    }

    private async Task<IReadOnlyList<Pair>> LoadBatchAsync(CancellationToken cancellationToken)
    {
        if (filter.Status is null or "pending")
        {
            var skip = pairs.Select(pair => pair.Pair.Id).TakeLast(MostSkipped).ToList();
            var taken = await workspace.Review.TakeAsync(new(filter with { Status = null }, Batch, skip), cancellationToken);
            (exhausted, Elsewhere) = (!taken.Items.Any(pair => !known.Contains(pair.Id)), taken.Elsewhere ?? 0);
            leases.Took(taken.Until);
            return taken.Items;
        }

        var page = await workspace.Review.ListAsync(filter, after, Batch, cancellationToken);
        (after, exhausted) = (page.Next, page.Next is null);
        return page.Items;
    }

    private static string StatusAfter(NewDecision decision) => decision.Action == "reject" ? "rejected" : "approved";

    private void Take(Pair pair)
    {
        if (known.Add(pair.Id))
        {
            pairs.Add(new DeskPair(pair));
        }
    }

    /// <summary>The pairs in front and ahead; skipped ones are released.</summary>
    private List<Guid> Wanted() => [.. pairs.Skip(Position).Where(pair => pair.Status == "pending").Select(pair => pair.Pair.Id)];

    /// <summary>Drops pairs that somebody else has now; the one in front stays and says so.</summary>
    private void Lose(IReadOnlyCollection<Guid> ids)
    {
        foreach (var pair in pairs.Skip(Position + 1).Where(pair => ids.Contains(pair.Pair.Id)).ToList())
        {
            pairs.Remove(pair);
            known.Remove(pair.Pair.Id);
        }

        if (Current is { } current)
        {
            current.Elsewhere = ids.Contains(current.Pair.Id);
        }
    }
}
