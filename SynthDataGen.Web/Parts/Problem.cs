using SynthDataGen.Client;

namespace SynthDataGen.Web.Parts;

/// <summary>What went wrong, to what, and the details that support asks for.</summary>
/// <param name="What">What was tried, as in "Load the documents".</param>
/// <param name="Message">The sentence for people.</param>
/// <param name="Details">Code, status and time, to copy.</param>
public sealed record Problem(string What, string Message, string Details)
{
    /// <summary>From an answer of the Api.</summary>
    public static Problem From(string what, SynthDataGenException e, DateTimeOffset at) =>
        new(what, e.Message, $"{what}\n{e.Message}\ncode {e.Code}, status {e.Status}, {at:u}");
}
