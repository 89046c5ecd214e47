using SynthDataGen.Core.Chunks;
using SynthDataGen.Testing;

namespace SynthDataGen.Core.Tests.Chunks;

/// <summary>Sentence ends in many languages, compared with those marked by hand in <c>golden-sentences.txt</c>.</summary>
public sealed class GoldenSentencesTests(ITestOutputHelper output)
{
    private const char Mark = '‖';

    private static readonly string[] Texts =
        [.. File.ReadLines(Path.Combine(Repository.Root, "tests/SynthDataGen.Core.Tests/Chunks/golden-sentences.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Replace('⏎', '\n').Replace('⍽', '\u00A0'))];

    [Fact]
    public void Sentences_end_where_a_reader_ends_them()
    {
        var (right, found, expected) = (0, 0, 0);
        foreach (var marked in Texts)
        {
            var (ends, wanted) = (Ends(marked.Replace("‖", "", StringComparison.Ordinal)), Marks(marked));
            right += ends.Intersect(wanted).Count();
            found += ends.Count;
            expected += wanted.Count;
            if (!ends.SetEquals(wanted))
            {
                output.WriteLine($"{marked}\n    ours: {string.Join(Mark, Split(marked.Replace("‖", "", StringComparison.Ordinal), ends))}");
            }
        }

        var (precision, recall) = ((double)right / found, (double)right / expected);
        output.WriteLine($"{Texts.Length} texts, {expected} ends between sentences: precision {precision:F4}, recall {recall:F4}");
        Texts.Length.ShouldBeGreaterThanOrEqualTo(150);
        precision.ShouldBeGreaterThanOrEqualTo(0.98);
        recall.ShouldBeGreaterThanOrEqualTo(0.98);
    }

    /// <summary>Ends within the text; the last sentence's end does not count.</summary>
    private static HashSet<int> Ends(string text)
    {
        var ends = new HashSet<int>();
        for (var end = Sentences.End(text, 0); end < text.TrimEnd().Length; end = Sentences.End(text, end))
        {
            ends.Add(end);
        }

        return ends;
    }

    private static HashSet<int> Marks(string marked) =>
        [.. marked.Select((c, i) => (c, i)).Where(place => place.c == Mark).Select((place, before) => place.i - before)];

    private static IEnumerable<string> Split(string text, HashSet<int> ends) =>
        ends.Order().Prepend(0).Zip(ends.Order().Append(text.Length), (from, to) => text[from..to]);
}
