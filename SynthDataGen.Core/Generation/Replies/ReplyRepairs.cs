using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Generation.Replies;

/// <summary>
/// The repairs of a reply before it is read as JSON, each for something that models are known to do. The fifth, a trailing comma, is left
/// to the JSON reader. Anything else that is wrong makes the reply malformed.
/// </summary>
internal static partial class ReplyRepairs
{
    public static string Apply(string content) => TakeObject(TakeFenced(DropReasoning(content)));

    /// <summary>Closes the list after its last complete pair if the tail is missing. The output of <see cref="Apply"/> ends there.</summary>
    public static string CloseTail(string content) => content + "]}";

    /// <summary>Reasoning models think aloud before they answer, some of them in the answer itself.</summary>
    private static string DropReasoning(string content)
    {
        var end = content.LastIndexOf("</think>", StringComparison.OrdinalIgnoreCase);
        return end < 0 ? content : content[(end + "</think>".Length)..];
    }

    /// <summary>A Markdown code fence around the object.</summary>
    private static string TakeFenced(string content) =>
        Fence().Match(content) is { Success: true } fence ? fence.Groups["body"].Value : content;

    /// <summary>A sentence before or after the object.</summary>
    private static string TakeObject(string content)
    {
        var (start, end) = (content.IndexOf('{', StringComparison.Ordinal), content.LastIndexOf('}'));
        return start >= 0 && end > start ? content[start..(end + 1)] : content.Trim();
    }

    [GeneratedRegex(@"^\s*```[A-Za-z]*\s*\n(?<body>.*)```\s*$", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Fence();
}
