using System.Collections.Concurrent;
using System.Text.Json;
using SynthDataGen.Client;

namespace SynthDataGen.Web.Shell;

/// <summary>Listens for changes in the workspace, once per circuit, and notifies watchers at most four times a second.</summary>
public sealed class LiveChanges(TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private readonly CancellationTokenSource ended = new();
    private readonly ConcurrentDictionary<object, Watcher> watchers = new();
    private readonly ConcurrentDictionary<string, bool> pending = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim news = new(0);
    private Task? work;

    /// <summary>Calls <paramref name="changed"/> after changes of these kinds (document, run, pair, export) until the result is disposed.</summary>
    public IDisposable Watch(WorkspaceClient workspace, IReadOnlyCollection<string> kinds, Func<Task> changed)
    {
        var watcher = new Watcher(this, kinds, changed);
        watchers[watcher] = watcher;
        if (work is null)
        {
            using var untraced = ExecutionContext.SuppressFlow(); // It outlives the caller and its trace.
            work = Task.WhenAll(ListenAsync(workspace, ended.Token), NotifyAsync(ended.Token));
        }

        return watcher;
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        watchers.Clear();
        await (work ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ended.Dispose();
        news.Dispose();
    }

    private async Task ListenAsync(WorkspaceClient workspace, CancellationToken cancellationToken)
    {
        for (var pause = FirstPause; ; pause = Longer(pause))
        {
            try
            {
                await foreach (var change in workspace.Events.ListenAsync(cancellationToken))
                {
                    pause = FirstPause;
                    Add(change.Kind);
                }
            }
            catch (Exception e) when (e is SynthDataGenException or IOException or HttpRequestException or JsonException)
            {
                // The Api is restarting, or the network is down for a moment: the loop tries again below.
            }

            await Task.Delay(pause, time, cancellationToken);
            AddAll(); // Changes made while nobody was listening are not repeated.
        }
    }

    private async Task NotifyAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await news.WaitAsync(cancellationToken);
            var kinds = pending.Keys.ToHashSet(StringComparer.Ordinal);
            kinds.ExceptWith(kinds.Where(kind => !pending.TryRemove(kind, out _)).ToList());
            var affected = watchers.Values.Where(watcher => watcher.Kinds.Any(kinds.Contains));
            await Task.WhenAll(affected.Select(watcher => watcher.Changed()));
            await Task.Delay(Beat, time, cancellationToken);
        }
    }

    private void AddAll()
    {
        foreach (var kind in watchers.Values.SelectMany(watcher => watcher.Kinds).Distinct(StringComparer.Ordinal))
        {
            Add(kind);
        }
    }

    private void Add(string kind)
    {
        if (pending.TryAdd(kind, true))
        {
            news.Release();
        }
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;

    private sealed class Watcher(LiveChanges owner, IReadOnlyCollection<string> kinds, Func<Task> changed) : IDisposable
    {
        public IReadOnlyCollection<string> Kinds => kinds;

        public Task Changed() => changed();

        public void Dispose() => owner.watchers.TryRemove(this, out _);
    }
}
