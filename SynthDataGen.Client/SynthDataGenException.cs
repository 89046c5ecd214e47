namespace SynthDataGen.Client;

/// <summary>The Api refused a call. <see cref="Code"/> is stable; the message is for people.</summary>
public class SynthDataGenException(string message, string code, int status, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The problem's stable code, such as <c>not-found</c> or <c>unreachable</c>.</summary>
    public string Code { get; } = code;

    /// <summary>The HTTP status; 0 if there was no answer.</summary>
    public int Status { get; } = status;
}

/// <summary>The pair changed since it was seen. <see cref="Current"/> is the current one.</summary>
public sealed class PairChangedException(string message, Review.Pair current) : SynthDataGenException(message, "version-conflict", 409)
{
    /// <summary>The current pair.</summary>
    public Review.Pair Current { get; } = current;
}
