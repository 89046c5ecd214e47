using SynthDataGen.Client;

namespace SynthDataGen.Web.Review.Editing;

/// <summary>Evidence that a person is setting: spans of the source text, in order, none touching another.</summary>
public sealed class EvidenceDraft
{
    private static readonly char[] SentenceEnds = ['.', '!', '?', '。', '！', '？', '\n'];
    private readonly string text;
    private readonly List<TextSpan> original;
    private List<TextSpan> spans;

    /// <summary>Starts with the current evidence.</summary>
    /// <param name="text">The revision's text.</param>
    /// <param name="spans">The evidence that was found in it; spans outside the text are left out.</param>
    public EvidenceDraft(string text, IEnumerable<TextSpan> spans)
    {
        this.text = text;
        original = this.spans = Merged(spans.Where(span => span.Start >= 0 && span.End > span.Start && span.End <= text.Length));
    }

    public IReadOnlyList<TextSpan> Spans => spans;

    /// <summary>Whether it differs from the evidence at the start.</summary>
    public bool Changed => !spans.SequenceEqual(original);

    public string Quote(TextSpan span) => text[span.Start..span.End];

    /// <summary>Adds a span, trimmed and with whole characters. A span that touches another is merged with it.</summary>
    public void Add(int start, int end)
    {
        if (Tidy(start, end) is { } span)
        {
            spans = Merged(spans.Append(span));
        }
    }

    public void Remove(TextSpan span) => spans = [.. spans.Where(one => one != span)];

    /// <summary>Replaces all spans.</summary>
    public void Replace(IEnumerable<TextSpan> others)
    {
        spans = [];
        foreach (var span in others)
        {
            Add(span.Start, span.End);
        }
    }

    /// <summary>Moves an end of a span by a word, forward or backward.</summary>
    /// <returns>The span as it is now.</returns>
    public TextSpan Stretch(TextSpan span, bool first, bool forward)
    {
        var moved = first ? span with { Start = ByWord(span.Start, forward) } : span with { End = ByWord(span.End, forward) };
        if (moved.Start >= moved.End || Tidy(moved.Start, moved.End) is not { } tidy)
        {
            return span;
        }

        spans = Merged(spans.Where(one => one != span).Append(tidy));
        return spans.First(one => one.Start <= tidy.Start && one.End >= tidy.End);
    }

    /// <summary>Adds the sentence after the last span, or the first one after <paramref name="from"/>.</summary>
    public void AddSentence(int from)
    {
        var start = spans.Count > 0 ? spans[^1].End : from;
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || SentenceEnds.Contains(text[start])))
        {
            start++;
        }

        var end = start < text.Length ? text.IndexOfAny(SentenceEnds, start) : -1;
        if (start < text.Length)
        {
            // Kept separate from the previous span, so that it can be removed by itself.
            spans = [.. spans, Tidy(start, end < 0 ? text.Length : end + 1)!];
        }
    }

    private TextSpan? Tidy(int start, int end)
    {
        (start, end) = (Math.Clamp(start, 0, text.Length), Math.Clamp(end, 0, text.Length));
        start -= IsInsideCharacter(start) ? 1 : 0;
        end += IsInsideCharacter(end) ? 1 : 0;
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return start < end ? new(start, end) : null;
    }

    private bool IsInsideCharacter(int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]);

    /// <summary>Skips white space, then moves to the next one.</summary>
    private int ByWord(int at, bool forward)
    {
        var step = forward ? 1 : -1;
        bool Inside(bool space) => (forward ? at < text.Length : at > 0) && char.IsWhiteSpace(text[forward ? at : at - 1]) == space;
        while (Inside(space: true))
        {
            at += step;
        }

        while (Inside(space: false))
        {
            at += step;
        }

        return at;
    }

    private static List<TextSpan> Merged(IEnumerable<TextSpan> spans)
    {
        var merged = new List<TextSpan>();
        foreach (var span in spans.OrderBy(span => span.Start))
        {
            if (merged.Count > 0 && span.Start <= merged[^1].End)
            {
                merged[^1] = merged[^1] with { End = Math.Max(merged[^1].End, span.End) };
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }
}
