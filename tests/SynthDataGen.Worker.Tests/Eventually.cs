using System.Diagnostics;

namespace SynthDataGen.Worker.Tests;

/// <summary>Waits for what other processes bring about: looks again and again, until a deadline.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(40);

    /// <summary>The first value seen that is as wished; fails with the last one seen.</summary>
    public static async Task<T> SeeAsync<T>(Func<CancellationToken, Task<T>> look, Func<T, bool> isWished, string wish)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var seen = await look(cancellationToken);
            if (isWished(seen))
            {
                return seen;
            }

            Assert.True(watch.Elapsed < Patience, $"After {Patience.TotalSeconds} seconds still not {wish}, but {seen}.");
            await Task.Delay(Look, cancellationToken);
        }
    }
}
