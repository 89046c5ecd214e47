namespace SynthDataGen.Core.Generation.Chat;

/// <summary>An endpoint that did not answer with a completion: its status (null: it could not be reached), and what it said.</summary>
internal sealed class EndpointFault(int? status, string message, string? body = null, Exception? inner = null) : Exception(message, inner)
{
    private static readonly string[] TooLong = ["context length", "context_length", "context size", "context window"];

    public int? Status { get; } = status;
    public string? Body { get; } = body;

    /// <summary>The reason to give; null: the one that the status stands for.</summary>
    public string? Reason { get; init; }

    /// <summary>How long the endpoint asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// Whether the endpoint may have refused the response format rather than the call. A prompt that is too long it refuses in any
    /// format; one that just fits without the schema must not make us do without it for ever.
    /// </summary>
    public bool MayBeAboutFormat => Status is 400 or 422 && !TooLong.Any(words => Message.Contains(words, StringComparison.OrdinalIgnoreCase));

    public GeneratorException ToGeneratorException() => new(
        Reason ?? Status switch
        {
            null => GeneratorException.Unreachable,
            401 or 403 => GeneratorException.Unauthorized,
            408 => GeneratorException.TimedOut,
            402 => GeneratorException.QuotaExhausted,

            // An exhausted quota comes as 429 too, but waiting does not refill it.
            429 when Body?.Contains("insufficient_quota", StringComparison.Ordinal) == true => GeneratorException.QuotaExhausted,
            429 => GeneratorException.RateLimited,

            // A page of a proxy, or of whatever else lives at this address, comes as 200 too.
            >= 500 or 409 or (>= 200 and < 300) => GeneratorException.ServerError,
            _ => GeneratorException.BadRequest,
        },
        Message,
        Body,
        this)
    {
        RetryAfter = RetryAfter,
    };
}
