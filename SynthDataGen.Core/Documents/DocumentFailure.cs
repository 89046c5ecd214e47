namespace SynthDataGen.Core.Documents;

/// <summary>Why a document could not be read.</summary>
/// <param name="Code">One of the constants below.</param>
/// <param name="Message">One sentence that a person understands and can act on.</param>
public sealed record DocumentFailure(string Code, string Message)
{
    public const string Encrypted = "encrypted";
    public const string Damaged = "damaged";
    public const string NoText = "no-text";

    /// <summary>It needs OCR, and something that OCR needs is not installed.</summary>
    public const string OcrUnavailable = "ocr-unavailable";
    public const string TooLarge = "too-large";
    public const string Unsupported = "unsupported";
    public const string TimedOut = "timed-out";
    public const string Empty = "empty";
    public const string Missing = "missing";
    public const string Internal = "internal-error";
}

/// <summary>A document that cannot be read: a stable code and one sentence that a person understands.</summary>
public sealed class ExtractionException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>One of <see cref="DocumentFailure"/>'s codes.</summary>
    public string Code { get; } = code;
}
