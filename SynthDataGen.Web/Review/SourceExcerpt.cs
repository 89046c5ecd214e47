using SynthDataGen.Client.Documents;
using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Review;

/// <summary>A stretch of shown source text; marked when it is evidence.</summary>
public readonly record struct SourceSegment(string Text, bool Marked);

/// <summary>The section of a document around a pair's evidence.</summary>
public static class SourceExcerpt
{
    /// <summary>At most this much before the first evidence and after the last.</summary>
    public const int Reach = 3_000;

    /// <summary>The evidence's section, cut into plain and marked stretches that together are the text, unchanged.</summary>
    public static IReadOnlyList<SourceSegment> Of(DocumentText source, IReadOnlyList<Evidence> evidence)
    {
        var spans = Merge(source.Text.Length, evidence);
        if (spans.Count == 0)
        {
            return [];
        }

        var (from, to) = Section(source, spans[0].Start, spans[^1].End);
        var segments = new List<SourceSegment>();
        var at = from;
        foreach (var (start, end) in spans)
        {
            if (start > at)
            {
                segments.Add(new(source.Text[at..start], false));
            }

            segments.Add(new(source.Text[start..end], true));
            at = end;
        }

        if (at < to)
        {
            segments.Add(new(source.Text[at..to], false));
        }

        return segments;
    }

    private static (int From, int To) Section(DocumentText source, int first, int last)
    {
        var from = source.Outline.LastOrDefault(heading => heading.Start <= first)?.Start ?? 0;
        var to = source.Outline.FirstOrDefault(heading => heading.Start >= last)?.Start ?? source.Text.Length;
        from = Math.Clamp(from, Math.Max(0, first - Reach), first);
        to = Math.Clamp(to, last, Math.Min(source.Text.Length, last + Reach));
        return (Whole(source.Text, from), Whole(source.Text, to));
    }

    /// <summary>Never between the two halves of a character.</summary>
    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;

    private static List<(int Start, int End)> Merge(int length, IReadOnlyList<Evidence> evidence)
    {
        var merged = new List<(int Start, int End)>();
        var found = evidence.Where(one => one.Match != "missing" && one.Start >= 0 && one.End > one.Start && one.End <= length);
        foreach (var one in found.OrderBy(one => one.Start))
        {
            if (merged.Count > 0 && one.Start <= merged[^1].End)
            {
                merged[^1] = (merged[^1].Start, Math.Max(merged[^1].End, one.End));
            }
            else
            {
                merged.Add((one.Start, one.End));
            }
        }

        return merged;
    }
}
