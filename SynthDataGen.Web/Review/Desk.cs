using SynthDataGen.Client;
using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Review;

/// <summary>What a person has on the desk: the pairs that came, the one in front, the next ones loaded ahead, and what was decided.</summary>
public sealed class Desk : IAsyncDisposable
{
    private const int Ahead = 10;
    private const int Batch = 20;

    /// <summary>Most that the Api passes over in a call.</summary>
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

    /// <summary>Decisions on their way.</summary>
    public DecisionQueue Queue { get; }

    /// <summary>How fast decisions are made.</summary>
    public Pace Pace { get; } = new();

    /// <summary>The pair in front; null where the filter has no more.</summary>
    public DeskPair? Current => Position < pairs.Count ? pairs[Position] : null;

    public int Position { get; private set; }

    public bool HasPrevious => Position > 0;

    /// <summary>Whether the end of the filter is reached.</summary>
    public bool AtEnd => exhausted && Position >= pairs.Count;

    /// <summary>How many decisions were made here and stand.</summary>
    public int Done => decided.Count;

    /// <summary>How many pairs wait on the desks of other people.</summary>
    public long Elsewhere { get; private set; }

    /// <summary>What U takes back.</summary>
    public DeskPair? Last => decided.TryPeek(out var last) ? last : null;

    /// <summary>The pair that comes next, when it is loaded.</summary>
    public DeskPair? Next => Position + 1 < pairs.Count ? pairs[Position + 1] : null;

    /// <summary>How many were passed over without a decision.</summary>
    public int Skipped => pairs.Take(Position).Count(pair => pair.Status == "pending");

    /// <summary>Begins with the pairs given, if any, and those that the filter gives.</summary>
    public async Task OpenAsync(IEnumerable<Pair> first, CancellationToken cancellationToken)
    {
        foreach (var pair in first)
        {
            Take(pair);
        }

        await LoadAheadAsync(cancellationToken);
    }

    /// <summary>Keeps the next ones loaded; returns at once while enough are there.</summary>
    public Task LoadAheadAsync(CancellationToken cancellationToken) =>
        loading is { IsCompleted: false } ? loading : loading = LoadUntilAheadAsync(cancellationToken);

    /// <summary>Asks again whether more pairs came, after the end was reached.</summary>
    public Task LookAgainAsync(CancellationToken cancellationToken)
    {
        (exhausted, after) = (false, null);
        return LoadAheadAsync(cancellationToken);
    }

    /// <summary>
    /// Asks how the pair in front stands by now, if it waits. Where somebody decided on it meanwhile it goes and the next one comes, unless the
    /// person has words for it; where it is not there any more, it goes.
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

    /// <summary>A desk before this one decided on the pair: it lies behind, where it can be gone back to, and does not come again.</summary>
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

    /// <summary>The pair as it lies here, or beside the desk, as the server has it now.</summary>
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

    /// <summary>Takes the last decision back, or the one on the pair in front, and returns to it.</summary>
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

    /// <summary>Puts a pair in front again whose decision did not go through.</summary>
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

    /// <summary>Those in front and to come; what was skipped is let go.</summary>
    private List<Guid> Wanted() => [.. pairs.Skip(Position).Where(pair => pair.Status == "pending").Select(pair => pair.Pair.Id)];

    /// <summary>What somebody else has now does not come any more; the one in front stays, and says so.</summary>
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
