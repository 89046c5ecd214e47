using SynthDataGen.Core.Generation;

namespace SynthDataGen.Api.Generation;

/// <summary>Asks while a person waits: not as long as a run would.</summary>
internal static class Patience
{
    /// <exception cref="GeneratorException">No usable answer was had; too late is a reason like any other.</exception>
    public static Task<GeneratorReply> AskWithinAsync(this IPairGenerator asked, TimeSpan patience, GenerationRequest request, CancellationToken cancellationToken) =>
        WithinAsync(patience, token => asked.AskAsync(request, token), cancellationToken);

    /// <exception cref="GeneratorException">It took too long, or failed by itself.</exception>
    public static async Task<T> WithinAsync<T>(TimeSpan patience, Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            return await ask(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new GeneratorException(GeneratorException.TimedOut, $"It did not answer within {patience.TotalSeconds:0} seconds.");
        }
    }
}
