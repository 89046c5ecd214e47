namespace SynthDataGen.EndToEnd;

/// <summary>Waits for what the browser does not show.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);

    /// <summary>Asks again and again until it is true; throws, with what was expected, when it does not become true.</summary>
    public static async Task TrueAsync(Func<Task<bool>> condition, string expected, CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(Patience);
        using var beat = new PeriodicTimer(Beat);
        while (!await condition())
        {
            try
            {
                await beat.WaitForNextTickAsync(late.Token);
            }
            catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"It did not happen that {expected}.", e);
            }
        }
    }
}
