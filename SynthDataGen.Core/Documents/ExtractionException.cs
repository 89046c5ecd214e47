namespace SynthDataGen.Core.Documents;

/// <summary>A document that cannot be read: a stable code and one sentence that a person understands.</summary>
public sealed class ExtractionException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>One of <see cref="DocumentFailure"/>'s codes.</summary>
    public string Code { get; } = code;
}
