namespace SynthDataGen.Core.Generation.Asking;

/// <summary>An answer, and whether it was paid for before.</summary>
internal sealed record PaidAnswer(GeneratorReply Reply, bool WasKept);

/// <summary>Gets answers: recalls what was answered before, else asks and keeps the answer before anybody reads it.</summary>
internal sealed class PaidAnswers(ICallMemory memory)
{
    /// <summary>The answer to a request.</summary>
    /// <param name="generator">Who is asked.</param>
    /// <param name="asked">How it is asked.</param>
    /// <param name="request">What.</param>
    /// <param name="attempt">0 for the first answer, 1 for the second …</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="GeneratorException">No answer was had; the reason says why.</exception>
    public async Task<PaidAnswer> GetAsync(
        Generator generator, IPairGenerator asked, GenerationRequest request, int attempt, CancellationToken cancellationToken)
    {
        var hash = RequestHash.Of(generator, request, attempt);
        if (await memory.RecallAsync(hash, cancellationToken) is { } kept)
        {
            return new(kept, WasKept: true);
        }

        var reply = await asked.AskAsync(request, cancellationToken);

        // The answer is paid for: a cancellation that comes now must not throw it away.
        await memory.KeepAsync(hash, reply, CancellationToken.None);
        return new(reply, WasKept: false);
    }
}
