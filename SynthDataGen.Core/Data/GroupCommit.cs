using System.Collections.Concurrent;

namespace SynthDataGen.Core.Data;

/// <summary>
/// Lets callers on many threads share one transaction: while one is being committed, the next callers gather and are saved together
/// (group commit: DeWitt and others, 1984). Each waits until its own item is durable.
/// </summary>
/// <param name="save">Saves some items in one transaction.</param>
/// <param name="most">Items in one transaction at most.</param>
internal sealed class GroupCommit<T>(Func<IReadOnlyList<T>, Task> save, int most)
{
    private readonly ConcurrentQueue<Entry> waiting = new();
    private int saving;

    /// <summary>Returns when the item is saved; throws if it cannot be.</summary>
    public Task SaveAsync(T item)
    {
        var entry = new Entry(item);
        waiting.Enqueue(entry);
        if (Interlocked.Exchange(ref saving, 1) == 0)
        {
            using var untraced = ExecutionContext.SuppressFlow(); // The work of all callers isn't part of the first one's trace.
            _ = Task.Run(SaveWaitingAsync);
        }

        return entry.Saved.Task;
    }

    /// <summary>Saves until nobody waits. The check after clearing the flag finds callers who came after the last check before it.</summary>
    private async Task SaveWaitingAsync()
    {
        do
        {
            while (Next() is { Count: > 0 } entries)
            {
                await SaveAsync(entries);
            }

            Interlocked.Exchange(ref saving, 0); // A full fence: the check for waiting callers must not move before it.
        }
        while (!waiting.IsEmpty && Interlocked.Exchange(ref saving, 1) == 0);
    }

    private List<Entry> Next()
    {
        var entries = new List<Entry>();
        while (entries.Count < most && waiting.TryDequeue(out var entry))
        {
            entries.Add(entry);
        }

        return entries;
    }

    private async Task SaveAsync(List<Entry> entries)
    {
        try
        {
            await save([.. entries.Select(entry => entry.Item)]);
            entries.ForEach(entry => entry.Saved.SetResult());
        }
        // Any exception goes to the callers who wait, as if each had saved alone.
        catch (Exception e)
        {
            await FailAsync(entries, e);
        }
    }

    /// <summary>One item that cannot be saved must not fail the others: each is tried separately.</summary>
    private async Task FailAsync(List<Entry> entries, Exception exception)
    {
        if (entries.Count == 1 || exception is Npgsql.NpgsqlException { IsTransient: true })
        {
            entries.ForEach(entry => entry.Saved.SetException(exception));
            return;
        }

        foreach (var entry in entries)
        {
            await SaveAsync([entry]);
        }
    }

    private sealed record Entry(T Item)
    {
        public TaskCompletionSource Saved { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
