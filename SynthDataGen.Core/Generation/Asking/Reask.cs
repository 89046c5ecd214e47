namespace SynthDataGen.Core.Generation.Asking;

/// <summary>Decides what to ask after an answer that could not be used.</summary>
public static class Reask
{
    /// <summary>The request to send next, or null: the failure stands.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="failure">Why the answer was of no use.</param>
    /// <param name="attempt">0 for the first answer, 1 for the second …</param>
    /// <param name="options">Says how often to ask again.</param>
    public static GenerationRequest? Next(GenerationRequest request, GeneratorException failure, int attempt, GenerationOptions options)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(failure);
        ArgumentNullException.ThrowIfNull(options);
        return attempt >= options.ReaskAttempts ? null : failure.Reason switch
        {
            GeneratorException.MalformedReply or GeneratorException.EmptyReply => request,

            // A reply that did not fit fits with fewer pairs; one pair that does not fit never will.
            GeneratorException.Truncated when request.Pairs > 1 => request with { Pairs = request.Pairs / 2 },
            _ => null,
        };
    }
}
