using System.Text.Json;
using SynthDataGen.Client;
using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Review;

/// <summary>Renews the leases of the pairs on an open desk, and returns them when it closes.</summary>
/// <param name="review">The Api.</param>
/// <param name="time">The clock.</param>
/// <param name="wanted">The pairs that the desk still wants.</param>
/// <param name="lost">Called with those that somebody else has now.</param>
public sealed class DeskLeases(ReviewClient review, TimeProvider time, Func<IReadOnlyList<Guid>> wanted, Action<IReadOnlyCollection<Guid>> lost) : IAsyncDisposable
{
    /// <summary>The most that the Api accepts in one call.</summary>
    private const int Most = 1_000;
    private static readonly TimeSpan ShortestBeat = TimeSpan.FromSeconds(5);
    private readonly CancellationTokenSource closing = new();
    private TimeSpan beat;
    private Task? work;

    /// <summary>Records new leases that end at this time.</summary>
    public void Took(DateTimeOffset until)
    {
        var third = (until - time.GetUtcNow()) / 3;
        beat = third > ShortestBeat ? third : ShortestBeat;
        work ??= RenewAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        if (work is not null)
        {
            await work;
            await TryAsync(ids => review.GiveBackAsync(ids));
        }

        closing.Dispose();
    }

    private async Task RenewAsync()
    {
        while (true)
        {
            await Task.Delay(beat, time, closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            if (closing.IsCancellationRequested)
            {
                return;
            }

            await TryAsync(async ids => lost([.. ids.Except((await review.RenewAsync(ids, closing.Token)).Ids)]));
        }
    }

    private async Task TryAsync(Func<IReadOnlyList<Guid>, Task> call)
    {
        try
        {
            if (wanted() is { Count: > 0 } ids)
            {
                await call([.. ids.Take(Most)]);
            }
        }
        catch (Exception e) when (e is SynthDataGenException or OperationCanceledException or HttpRequestException or IOException or JsonException)
        {
            // Tried again at the next beat. Decisions are accepted without a lease too, and leases that aren't returned expire.
        }
    }
}
