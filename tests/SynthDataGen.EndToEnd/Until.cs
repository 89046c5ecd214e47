namespace SynthDataGen.EndToEnd;

/// <summary>Waits for things that the browser doesn't show.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);

    /// <summary>Asks repeatedly until it is true; throws, with the expectation, if that doesn't happen.</summary>
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
