using System.Globalization;

namespace SynthDataGen.Core.Generation.Chat;

/// <summary>
/// An endpoint that did not answer with a completion: its status (null: there was none), and what it said. The message repeats nothing
/// of that, because telemetry reports it.
/// </summary>
internal sealed class EndpointFault(int? status, string explanation, string? body = null, Exception? inner = null)
    : Exception(status is null ? "The call got no answer." : $"The endpoint answered {status}.", inner)
{
    private static readonly string[] TooLong = ["context length", "context_length", "context size", "context window"];

    public int? Status { get; } = status;

    /// <summary>One sentence for people, with the endpoint's own words.</summary>
    public string Explanation { get; } = explanation;
    public string? Body { get; } = body;

    /// <summary>The reason to give; null: the one that follows from the status.</summary>
    public string? Reason { get; init; }

    /// <summary>The status where it is an error, else the reason.</summary>
    public string Kind => Status is >= 400 and var code ? code.ToString(CultureInfo.InvariantCulture) : ToGeneratorException().Reason;

    /// <summary>How long the endpoint asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// Whether the endpoint may have refused the response format rather than the call. A prompt that is too long is refused in any
    /// format; one that only just fits without the schema must not make us drop the schema for good.
    /// </summary>
    public bool MayBeAboutFormat => Status is 400 or 422 && !TooLong.Any(words => Explanation.Contains(words, StringComparison.OrdinalIgnoreCase));

    public GeneratorException ToGeneratorException() => new(
        Reason ?? Status switch
        {
            null => GeneratorException.Unreachable,
            401 or 403 => GeneratorException.Unauthorized,
            408 => GeneratorException.TimedOut,
            402 => GeneratorException.QuotaExhausted,

            // An exhausted quota is a 429 too, but waiting does not refill it.
            429 when Body?.Contains("insufficient_quota", StringComparison.Ordinal) == true => GeneratorException.QuotaExhausted,
            429 => GeneratorException.RateLimited,

            // A page of a proxy, or of whatever else is at this address, is a 200 too.
            >= 500 or 409 or (>= 200 and < 300) => GeneratorException.ServerError,
            _ => GeneratorException.BadRequest,
        },
        Explanation,
        Body,
        this)
    {
        RetryAfter = RetryAfter,
    };
}
