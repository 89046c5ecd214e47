using SynthDataGen.Core.Generation;

namespace SynthDataGen.Api.Generation;

/// <summary>Asks while a person waits: not as long as a run would.</summary>
internal static class Patience
{
    /// <exception cref="GeneratorException">No usable answer was had; too late is a reason like any other.</exception>
    public static async Task<GeneratorReply> AskWithinAsync(this IPairGenerator asked, TimeSpan patience, GenerationRequest request, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            return await asked.AskAsync(request, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new GeneratorException(GeneratorException.TimedOut, $"It did not answer within {patience.TotalSeconds:0} seconds.");
        }
    }
}
