using System.Text;

namespace SynthDataGen.Core.Export.Formats.Rows;

/// <summary>
/// A context as one text: stretches that touch or overlap in the revision are joined as in the revision, others by an empty line. It has
/// no lone surrogates, so that its offsets are the same in every encoding that a row may have.
/// </summary>
internal sealed class ContextJoin
{
    private const string Gap = "\n\n";
    private readonly List<Stretch> stretches = [];

    private ContextJoin(string text) => Text = text;

    public static ContextJoin Empty { get; } = new("");

    public string Text { get; }

    public static ContextJoin Of(IReadOnlyList<ContextText> texts)
    {
        switch (texts.Count)
        {
            case 0:
                return Empty;
            case 1:
                return new(JsonText.WellFormed(texts[0].Text)) { stretches = { new(texts[0].Start, texts[0].Text.Length, 0) } };
            default:
                return Joined(texts);
        }
    }

    /// <summary>Where a span of the revision's text begins here; null: the whole span is not here.</summary>
    public int? Find(int start, int end)
    {
        foreach (var stretch in stretches)
        {
            if (start >= stretch.Start && end <= stretch.Start + stretch.Length)
            {
                return stretch.At + start - stretch.Start;
            }
        }

        return null;
    }

    private static ContextJoin Joined(IReadOnlyList<ContextText> texts)
    {
        var (text, stretches) = (new StringBuilder(), new List<Stretch>());
        foreach (var next in texts)
        {
            if (stretches is [.., var last] && next.Start >= last.Start && next.Start <= last.Start + last.Length)
            {
                var known = Math.Min(last.Start + last.Length - next.Start, next.Text.Length);
                text.Append(next.Text, known, next.Text.Length - known);
                stretches[^1] = last with { Length = last.Length + next.Text.Length - known };
            }
            else
            {
                text.Append(stretches.Count == 0 ? "" : Gap);
                stretches.Add(new(next.Start, next.Text.Length, text.Length));
                text.Append(next.Text);
            }
        }

        var join = new ContextJoin(JsonText.WellFormed(text.ToString()));
        join.stretches.AddRange(stretches);
        return join;
    }

    private sealed record Stretch(int Start, int Length, int At);
}
