using SynthDataGen.Client.Documents;

namespace SynthDataGen.Web.Documents;

/// <summary>A stretch of a band: a heading with its level, code, or the text between them, whose level is 0.</summary>
public sealed record TextPart(int Start, int End, int Level, bool IsCode = false)
{
    /// <summary>The span cut at its headings and its code, without gaps or overlaps.</summary>
    public static IEnumerable<TextPart> Of(DocumentText text, int start, int end)
    {
        var at = start;
        foreach (var part in Headings(text, start, end).Concat(Code(text, start, end)).OrderBy(part => part.Start))
        {
            if (part.Start > at)
            {
                yield return new(at, part.Start, 0);
            }

            yield return part;
            at = part.End;
        }

        if (at < end)
        {
            yield return new(at, end, 0);
        }
    }

    private static IEnumerable<TextPart> Headings(DocumentText text, int start, int end)
    {
        for (var i = FirstFrom(text.Outline, start); i < text.Outline.Count && text.Outline[i].Start < end; i++)
        {
            var heading = text.Outline[i];
            var stop = heading.Start + heading.Title.Length;
            if (stop <= end && string.CompareOrdinal(text.Text, heading.Start, heading.Title, 0, heading.Title.Length) == 0)
            {
                yield return new(heading.Start, stop, Math.Clamp(heading.Level, 1, 6));
            }
        }
    }

    /// <summary>A long block of code may continue in the next band.</summary>
    private static IEnumerable<TextPart> Code(DocumentText text, int start, int end) =>
        (text.Code ?? []).Where(code => code.End > start && code.Start < end)
            .Select(code => new TextPart(Math.Max(code.Start, start), Math.Min(code.End, end), 0, IsCode: true));

    private static int FirstFrom(IReadOnlyList<OutlineEntry> outline, int start)
    {
        var (low, high) = (0, outline.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = outline[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
