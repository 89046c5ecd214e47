using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Review.History;

/// <summary>A part of a pair before and after.</summary>
public sealed record PartChange(string Part, string Before, string After);

/// <summary>What a decision changed in a pair, part by part.</summary>
public static class PairChanges
{
    /// <summary>The changed texts: question, answer, and evidence if the decision was about it.</summary>
    public static IEnumerable<PartChange> OfWords(PairContent before, PairContent after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return Changed(
            new("Question", before.Question, after.Question),
            new("Answer", before.Answer, after.Answer),
            Listed("Evidence", "\n", before.Evidence?.Select(one => one.Quote), after.Evidence?.Select(one => one.Quote)));
    }

    /// <summary>The flags that were added or removed, if the decision was about flags.</summary>
    public static IEnumerable<PartChange> OfFlags(PairContent before, PairContent after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return Changed(Listed("Flags", ", ", before.Flags, after.Flags));
    }

    /// <summary>If one side has no value, nothing changed.</summary>
    private static PartChange Listed(string part, string between, IEnumerable<string>? before, IEnumerable<string>? after) =>
        before is null || after is null ? new(part, "", "") : new(part, string.Join(between, before), string.Join(between, after));

    private static IEnumerable<PartChange> Changed(params PartChange[] parts) => parts.Where(part => part.Before != part.After);
}
