using SynthDataGen.Client;
using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Review;

/// <summary>What a person has on the desk: the pairs that came, the one in front, the next ones loaded ahead, and what was decided.</summary>
public sealed class Desk(WorkspaceClient workspace, PairFilter filter, TimeProvider time, Func<DeskPair, Task> settled) : IAsyncDisposable
{
    private const int Ahead = 10;
    private const int Batch = 20;
    private readonly List<DeskPair> pairs = [];
    private readonly HashSet<Guid> known = [];
    private readonly Stack<DeskPair> decided = new();
    private readonly DecisionQueue queue = new(workspace.Review, time, settled);
    private Task? loading;
    private string? after;
    private bool exhausted;
    private DateTimeOffset? began;

    /// <summary>The pair in front; null where the filter has no more.</summary>
    public DeskPair? Current => Position < pairs.Count ? pairs[Position] : null;

    public int Position { get; private set; }

    public bool HasPrevious => Position > 0;

    /// <summary>Whether the end of the filter is reached.</summary>
    public bool AtEnd => exhausted && Position >= pairs.Count;

    /// <summary>How many decisions were made here and stand.</summary>
    public int Done => decided.Count;

    /// <summary>What U takes back.</summary>
    public DeskPair? Last => decided.TryPeek(out var last) ? last : null;

    /// <summary>The pair that comes next, when it is loaded.</summary>
    public DeskPair? Next => Position + 1 < pairs.Count ? pairs[Position + 1] : null;

    /// <summary>Decisions per minute since the first; null while there are too few to say.</summary>
    public double? Pace =>
        began is { } start && Done > 1 && time.GetUtcNow() - start is { TotalSeconds: > 5 } passed ? Done / passed.TotalMinutes : null;

    /// <summary>Begins with the pair given, if any, and those that the filter gives.</summary>
    public async Task OpenAsync(Guid? first, CancellationToken cancellationToken)
    {
        if (first is { } id && known.Count == 0)
        {
            Take(await workspace.Review.GetAsync(id, cancellationToken));
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

    /// <summary>How many were passed over without a decision.</summary>
    public int Skipped => pairs.Take(Position).Count(pair => pair.Status == "pending");

    public void GoToSkipped() => Position = Math.Max(0, pairs.FindIndex(pair => pair.Status == "pending"));

    public void Move(int by) => Position = Math.Clamp(Position + by, 0, pairs.Count);

    public void Decide(DeskPair pair, NewDecision decision)
    {
        began ??= time.GetUtcNow();
        pair.Problem = null;
        pair.Status = decision.Action == "reject" ? "rejected" : "approved";
        decided.Push(pair);
        Move(1);
        queue.Add(pair, decision);
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
        queue.Add(pair, new NewDecision("undo", pair.Pair.Version));
    }

    /// <summary>Puts a pair in front again whose decision did not go through.</summary>
    public void Return(DeskPair pair)
    {
        Position = pairs.IndexOf(pair);
        if (pair.Problem is not null && decided.Contains(pair))
        {
            var rest = decided.Reverse().Where(one => one != pair).ToList();
            decided.Clear();
            rest.ForEach(decided.Push);
        }
    }

    public ValueTask DisposeAsync() => queue.DisposeAsync();

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
            // Waiting pairs come from the queue, which goes on after the last one seen, decided or not.
            var next = (await workspace.Review.NextAsync(filter, Guid.TryParse(after, out var last) ? last : null, Batch, cancellationToken)).Items;
            (after, exhausted) = (next.Count > 0 ? next[^1].Id.ToString() : after, next.Count < Batch);
            return next;
        }

        var page = await workspace.Review.ListAsync(filter, after, Batch, cancellationToken);
        (after, exhausted) = (page.Next, page.Next is null);
        return page.Items;
    }

    private void Take(Pair pair)
    {
        if (known.Add(pair.Id))
        {
            pairs.Add(new DeskPair(pair));
        }
    }
}
