using SynthDataGen.Client;

namespace SynthDataGen.Web.Parts;

/// <summary>A failure as people read it, and the details that support asks for.</summary>
/// <param name="What">What was tried, such as "Load the documents".</param>
/// <param name="Message">The sentence for people.</param>
/// <param name="Details">Code, status and time, ready to copy.</param>
public sealed record Problem(string What, string Message, string Details)
{
    /// <summary>A problem that the Api reported.</summary>
    public static Problem From(string what, SynthDataGenException e, DateTimeOffset at) =>
        new(what, e.Message, $"{what}\n{e.Message}\ncode {e.Code}, status {e.Status}, {at:u}");

    /// <summary>Any other failure.</summary>
    public static Problem From(string what, string message, Exception e, DateTimeOffset at) =>
        new(what, message, $"{what}\n{e.GetType().Name}: {e.Message}, {at:u}");
}
