using SynthDataGen.Client;
using SynthDataGen.Client.Documents;
using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Review.Source;

/// <summary>A stretch of shown source text, marked if it is evidence.</summary>
public readonly record struct SourceSegment(string Text, bool Marked);

/// <summary>The part of a document that is shown for a pair.</summary>
public static class SourceExcerpt
{
    /// <summary>The most text shown before the first and after the last evidence.</summary>
    public const int Reach = 3_000;

    /// <summary>The section around the pair's evidence; if none was found, the one under its headings.</summary>
    public static TextSpan Section(DocumentText source, Pair pair)
    {
        var spans = Found(source.Text.Length, pair.Evidence).ToList();
        var first = spans.Count > 0 ? spans.Min(span => span.Start) : HeadingOf(source, pair);
        var last = spans.Count > 0 ? spans.Max(span => span.End) : Math.Min(first + 1, source.Text.Length);
        var from = source.Outline.LastOrDefault(heading => heading.Start <= first)?.Start ?? 0;
        var to = source.Outline.FirstOrDefault(heading => heading.Start >= last)?.Start ?? source.Text.Length;
        from = Math.Clamp(from, Math.Max(0, first - Reach), first);
        to = Math.Clamp(to, last, Math.Min(source.Text.Length, last + Reach));
        return new(Whole(source.Text, from), Whole(source.Text, to));
    }

    /// <summary>The excerpt with more text at one end.</summary>
    public static TextSpan Widened(DocumentText source, TextSpan shown, bool before) => before
        ? shown with { Start = Whole(source.Text, Math.Max(0, shown.Start - Reach)) }
        : shown with { End = Whole(source.Text, Math.Min(source.Text.Length, shown.End + Reach)) };

    /// <summary>The spans of evidence that lie within a text of this length.</summary>
    public static IEnumerable<TextSpan> Found(int length, IReadOnlyList<Evidence> evidence) =>
        evidence.Spans().Where(span => span.Start >= 0 && span.End > span.Start && span.End <= length);

    /// <summary>The shown text, cut into plain and marked stretches that together are the unchanged text.</summary>
    public static IReadOnlyList<SourceSegment> Cut(string text, TextSpan shown, IEnumerable<TextSpan> marks)
    {
        var segments = new List<SourceSegment>();
        var at = shown.Start;
        foreach (var mark in marks.Where(mark => mark.Start < shown.End && mark.End > shown.Start).OrderBy(mark => mark.Start))
        {
            var (start, end) = (Math.Max(mark.Start, at), Math.Min(mark.End, shown.End));
            if (start > at)
            {
                segments.Add(new(text[at..start], false));
            }

            if (end > start && start == at && segments is [.., { Marked: true } before])
            {
                segments[^1] = new(before.Text + text[start..end], true);
            }
            else if (end > start)
            {
                segments.Add(new(text[start..end], true));
            }

            at = Math.Max(at, end);
        }

        if (at < shown.End)
        {
            segments.Add(new(text[at..shown.End], false));
        }

        return segments;
    }

    /// <summary>The position of the pair's heading; the start of the text if it isn't found.</summary>
    private static int HeadingOf(DocumentText source, Pair pair) =>
        pair.Provenance.HeadingPath is [.., var title] ? source.Outline.FirstOrDefault(heading => heading.Title == title)?.Start ?? 0 : 0;

    /// <summary>Never splits a surrogate pair.</summary>
    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
