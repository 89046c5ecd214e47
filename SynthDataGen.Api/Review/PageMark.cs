using SynthDataGen.Core.Generation;

namespace SynthDataGen.Api.Review;

/// <summary>Where the next page of pairs begins: behind a pair, or where question types come in turn behind the last of each.</summary>
internal static class PageMark
{
    private const char Separator = '.';

    public static bool TryRead(string? mark, out IReadOnlyList<Guid> pairs)
    {
        var parts = string.IsNullOrEmpty(mark) ? [] : mark.Split(Separator);
        pairs = [.. parts.Select(part => Guid.TryParse(part, out var id) ? id : Guid.Empty)];
        return parts.Length <= QuestionTypes.All.Count && !pairs.Contains(Guid.Empty);
    }

    public static string? Write(IReadOnlyList<Guid>? pairs) => pairs is null ? null : string.Join(Separator, pairs);
}
