using SynthDataGen.Client.Documents;
using SynthDataGen.Client.Review;
using SynthDataGen.Web.Review.Source;

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
    public void A_span_outside_the_text_marks_nothing(int start, int end) => Of("short text", (start, end)).ShouldBe([new("short text", false)]);

    [Fact]
    public void Without_evidence_the_section_of_the_heading_is_shown()
    {
        var source = new DocumentText { RevisionId = Guid.Empty, Text = "One\nabc\nTwo\ndef", Outline = [new("One", 1, 0, 1), new("Two", 1, 8, 1)], Pages = [] };
        SourceExcerpt.Section(source, Pair([]) with { Provenance = new() { DocumentKey = "key", RevisionId = Guid.Empty, Sha256 = "", HeadingPath = ["Two"], Generator = "", Model = "", Template = "", TemplateVersion = "" } }).ShouldBe(new(8, 15));
    }

    [Fact]
    public void Widening_never_cuts_a_character()
    {
        var source = new DocumentText { RevisionId = Guid.Empty, Text = new string('x', 10) + "😀" + new string('x', SourceExcerpt.Reach - 1), Outline = [], Pages = [] };
        SourceExcerpt.Widened(source, new(source.Text.Length, source.Text.Length), before: true).Start.ShouldBe(10);
    }

    [Fact]
    public void A_section_ends_at_the_next_heading()
    {
        var source = new DocumentText { RevisionId = Guid.Empty, Text = "One\nabc\nTwo\ndef", Outline = [new("One", 1, 0, 1), new("Two", 1, 8, 1)], Pages = [] };
        SourceExcerpt.Section(source, Pair([new() { Quote = "abc", Start = 4, End = 7, Page = 1, Match = "exact" }])).ShouldBe(new(0, 8));
    }

    private static IReadOnlyList<SourceSegment> Of(string text, params (int Start, int End)[] spans)
    {
        var pair = Pair([.. spans.Select(span => new Evidence { Quote = "", Start = span.Start, End = span.End, Page = 1, Match = "exact" })]);
        return SourceExcerpt.Cut(text, SourceExcerpt.Section(new() { RevisionId = Guid.Empty, Text = text, Outline = [], Pages = [] }, pair), SourceExcerpt.Found(text.Length, pair.Evidence));
    }

    private static Pair Pair(IReadOnlyList<Evidence> evidence) => new()
    {
        Id = Guid.Empty, DocumentId = Guid.Empty, RunId = Guid.Empty, Question = "Q?", Answer = "A.", Evidence = evidence,
        QuestionType = "factual", Difficulty = null, Persona = null, Flags = [], Status = "pending", Version = 1,
        Provenance = new() { DocumentKey = "key", RevisionId = Guid.Empty, Sha256 = "", HeadingPath = [], Generator = "", Model = "", Template = "", TemplateVersion = "" },
        DecidedBy = null, DecidedAt = null, CreatedAt = default,
    };
}
