namespace SynthDataGen.Core.Generation;

/// <summary>A context that yielded nothing: the stable reason, a sentence, and the model's reply, if any.</summary>
public sealed class GeneratorException(string reason, string message, string? rawReply = null, Exception? inner = null)
    : Exception(message, inner)
{
    public const string RateLimited = "rate-limited";
    public const string ServerError = "server-error";
    public const string TimedOut = "timed-out";
    public const string Unreachable = "unreachable";

    /// <summary>The endpoint failed this call but answered another one in the meantime.</summary>
    public const string EndpointError = "endpoint-error";
    public const string Unauthorized = "unauthorized";
    public const string QuotaExhausted = "quota-exhausted";
    public const string Refused = "refused";
    public const string BadRequest = "bad-request";
    public const string EmptyReply = "empty-reply";
    public const string MalformedReply = "malformed-reply";
    public const string Truncated = "truncated";
    public const string Internal = "internal-error";

    public string Reason { get; } = reason;
    public string? RawReply { get; } = rawReply;

    /// <summary>Whether the fault is the endpoint's, so the same call may succeed later.</summary>
    public bool IsTransient => Reason is RateLimited or EndpointError || IsBreakdown || NeedsAPerson;

    /// <summary>Whether the endpoint broke down on the call, whether or not it does so on every call.</summary>
    public bool IsBreakdown => Reason is ServerError or TimedOut or Unreachable;

    /// <summary>Whether every call to this generator fails until somebody does something about it.</summary>
    public bool NeedsAPerson => Reason is Unauthorized or QuotaExhausted;

    /// <summary>How long the endpoint asks us to wait before the next call; null: it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
