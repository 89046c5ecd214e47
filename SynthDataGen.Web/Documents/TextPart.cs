using SynthDataGen.Client.Documents;

namespace SynthDataGen.Web.Documents;

/// <summary>A stretch of a band: a heading with its level, or the text between headings, whose level is 0.</summary>
public sealed record TextPart(int Start, int End, int Level)
{
    /// <summary>The span cut at its headings, without a gap and without an overlap.</summary>
    public static IEnumerable<TextPart> Of(DocumentText text, int start, int end)
    {
        var at = start;
        for (var i = FirstFrom(text.Outline, start); i < text.Outline.Count && text.Outline[i].Start < end; i++)
        {
            var heading = text.Outline[i];
            var stop = heading.Start + heading.Title.Length;
            if (stop > end || string.CompareOrdinal(text.Text, heading.Start, heading.Title, 0, heading.Title.Length) != 0)
            {
                continue;
            }

            if (heading.Start > at)
            {
                yield return new(at, heading.Start, 0);
            }

            yield return new(heading.Start, stop, Math.Clamp(heading.Level, 1, 6));
            at = stop;
        }

        if (at < end)
        {
            yield return new(at, end, 0);
        }
    }

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
