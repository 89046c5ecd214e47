using SynthDataGen.Client.Documents;
using SynthDataGen.Client.Review;
using SynthDataGen.Web.Review;

namespace SynthDataGen.Web.Tests.Review;

public sealed class SourceExcerptTests
{
    private static readonly string Words = string.Concat(Enumerable.Range(0, 4000).Select(i => $"word{i} "));

    [Fact]
    public void Overlapping_spans_become_one_mark()
    {
        var excerpt = Of("abcdefgh", (1, 4), (3, 6));
        excerpt.ShouldBe([new("a", false), new("bcdef", true), new("gh", false)]);
    }

    [Fact]
    public void The_stretches_together_are_the_text_unchanged()
    {
        var excerpt = Of(Words, (10_000, 10_020), (10_500, 10_600));
        Words.ShouldContain(string.Concat(excerpt.Select(segment => segment.Text)));
        excerpt.Count(segment => segment.Marked).ShouldBe(2);
    }

    [Fact]
    public void A_long_section_is_cut_around_the_evidence()
    {
        var length = Of(Words, (15_000, 15_010)).Sum(segment => segment.Text.Length);
        length.ShouldBe(2 * SourceExcerpt.Reach + 10);
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(5, 5)]
    [InlineData(2, 900)]
    public void A_span_outside_of_the_text_marks_nothing(int start, int end) => Of("short text", (start, end)).ShouldBeEmpty();

    [Fact]
    public void A_section_ends_at_the_next_heading()
    {
        var source = new DocumentText(Guid.Empty, "One\nabc\nTwo\ndef", [new("One", 1, 0, 1), new("Two", 1, 8, 1)], []);
        var excerpt = SourceExcerpt.Of(source, [new("abc", 4, 7, 1, "exact")]);
        string.Concat(excerpt.Select(segment => segment.Text)).ShouldBe("One\nabc\n");
    }

    private static IReadOnlyList<SourceSegment> Of(string text, params (int Start, int End)[] spans) =>
        SourceExcerpt.Of(new(Guid.Empty, text, [], []), [.. spans.Select(span => new Evidence("", span.Start, span.End, 1, "exact"))]);
}
