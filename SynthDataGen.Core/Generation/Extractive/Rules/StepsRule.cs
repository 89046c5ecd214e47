using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Generation.Extractive.Rules;

/// <summary>"Returning a device" with a list of steps under it asks "What are the steps for returning a device?".</summary>
internal static partial class StepsRule
{
    private const int MinSteps = 3;
    private const int MaxSteps = 9;

    public static PairDraft? Write(Passage passage)
    {
        var steps = passage.Items;
        if (steps.Count is < MinSteps or > MaxSteps || !Deed().IsMatch(passage.Heading) || !steps.All(step => Order().IsMatch(step.Text)))
        {
            return null;
        }

        var deed = Number().Replace(passage.Heading, "");
        return new(
            $"What are the steps for {char.ToLowerInvariant(deed[0])}{deed[1..]}?",
            string.Join('\n', steps.Select((step, i) => $"{i + 1}. {step.Text}")),
            [.. steps.Select(step => step.Source)],
            QuestionTypes.Procedure,
            "medium");
    }

    [GeneratedRegex(@"^(?:\d+(?:\.\d+)*\.?\s+)?\p{Lu}\p{Ll}+ing \p{L}", RegexOptions.None, 1_000)]
    private static partial Regex Deed();

    [GeneratedRegex(@"^\p{Lu}.{8,300}[.]$", RegexOptions.None, 1_000)]
    private static partial Regex Order();

    [GeneratedRegex(@"^\d+(?:\.\d+)*\.?\s+", RegexOptions.None, 1_000)]
    private static partial Regex Number();
}
