using FsCheck;
using FsCheck.Fluent;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Replies;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Tests.Generation.Replies;

public sealed class ShownTextTests
{
    private const string Leave = "Parental leave lasts 30 weeks for every employee of the house.";
    private const string Between = "The canteen is open from eleven to two.";
    private const string Pay = "During parental leave the fund pays 80 percent of the wage.";
    private const string Text = $"{Leave}\n\n{Between}\n\n{Pay}";

    private static readonly ShownText Two = Show(Span(Leave, "Staff", "Leave"), Span(Pay, "Staff", "Pay"));

    [Fact]
    public void Each_place_is_under_its_number_and_headings() =>
        Two.Text.ShouldBe($"[1/2] Staff > Leave\n{Leave}\n\n[…]\n\n[2/2] Staff > Pay\n{Pay}");

    [Fact]
    public void The_heading_path_is_what_all_places_share()
    {
        Two.HeadingPath.ShouldBe(["Staff"]);
        Show(Span(Leave, "Staff", "Leave")).HeadingPath.ShouldBe(["Staff", "Leave"]);
    }

    [Fact]
    public void A_context_of_one_stretch_is_shown_unchanged()
    {
        var one = Show(Span(Leave, "Staff"));

        (one.Text, one.Places).ShouldBe((Leave, 1));
    }

    [Theory]
    [InlineData("of the house. […] During parental leave")]
    [InlineData("The canteen is open from eleven to two.")]
    [InlineData("[2/2] Staff > Pay")]
    public void Text_between_or_around_the_places_is_no_evidence(string quote) =>
        Two.Find(quote).ShouldHaveSingleItem().Match.ShouldBe(EvidenceMatch.Missing);

    [Fact]
    public void An_exact_match_beats_a_near_one_in_another_place()
    {
        const string Twice = "The fee for a late return of tools is 12 euros a day.\n\nOther words.\n\nThe fee for a late return of tools is 13 euros a day.";
        var places = Twice.Split("\n\n");
        var shown = ShownText.Of(Revision(Twice), SpanOf(Twice, places[0]) with { Further = [SpanOf(Twice, places[2])] });

        shown.Find(places[2]).ShouldHaveSingleItem().Start.ShouldBe(Twice.LastIndexOf("The fee", StringComparison.Ordinal));
    }

    [Fact]
    public void Evidence_is_counted_by_the_places_that_it_comes_from()
    {
        Two.PlacesOf([.. Two.Find("30 weeks"), .. Two.Find("every employee")]).ShouldBe(1);
        Two.PlacesOf([.. Two.Find("30 weeks"), .. Two.Find("80 percent")]).ShouldBe(2);
        Two.PlacesOf(Two.Find("nothing of the kind")).ShouldBe(0);
    }

    [Fact]
    public void Any_words_of_any_place_are_found_at_their_offset_in_the_revision() => Prop.ForAll(
        Contexts().ToArbitrary(),
        context =>
        {
            var (text, spans, at, quoted) = context;
            var shown = ShownText.Of(Revision(text), spans[0] with { Further = spans[1..] });
            var words = text[spans[at].Start..spans[at].End].Split(' ');
            var quote = string.Join(' ', words[quoted.From..(quoted.From + quoted.Count)]);

            var found = shown.Find(quote).Single();

            return (found.Match == EvidenceMatch.Exact && text[found.Start..found.End] == quote && found.Page == 1 + (found.Start / 100)
                && spans.Any(span => span.Start <= found.Start && found.End <= span.End)).Label($"{quote} in {shown.Text}");
        }).QuickCheckThrowOnFailure();

    /// <summary>A text of words, some stretches of it that do not touch, and a few words of one of them. Astral letters take two offsets each.</summary>
    private static Gen<(string Text, List<ContextSpan> Spans, int At, (int From, int Count) Quoted)> Contexts() =>
        from words in Gen.Elements("pump", "valve", "Ventil", "𝔾asket", "ring", "12", "naïve", "(see", "4.5)").ArrayOf(60)
        from first in Gen.Choose(0, 9)
        from lengths in Gen.Choose(3, 8).ArrayOf(4)
        from places in Gen.Choose(2, 4)
        from at in Gen.Choose(0, places - 1)
        from start in Gen.Choose(0, lengths[at] - 2)
        from count in Gen.Choose(2, lengths[at] - start)
        select (string.Join(' ', words), Spans(words, first, lengths[..places]), at, (start, count));

    private static List<ContextSpan> Spans(string[] words, int first, int[] lengths)
    {
        var spans = new List<ContextSpan>();
        foreach (var length in lengths)
        {
            var start = string.Join(' ', words[..first]).Length + (first == 0 ? 0 : 1);
            spans.Add(new(spans.Count * 2, spans.Count * 2, start, start + string.Join(' ', words[first..(first + length)]).Length, length, ["H"]));
            first += length + 3;
        }

        return spans;
    }

    private static ShownText Show(params ContextSpan[] spans) => ShownText.Of(Revision(Text), spans[0] with { Further = spans[1..] });

    private static ContextSpan Span(string words, params string[] path) => SpanOf(Text, words) with { HeadingPath = path };

    private static ContextSpan SpanOf(string text, string words)
    {
        var start = text.IndexOf(words, StringComparison.Ordinal);
        return new(0, 0, start, start + words.Length, 1, []);
    }

    private static RevisionText Revision(string text) => new()
    {
        RevisionId = Guid.Empty,
        Text = text,
        Outline = [],
        Pages = [.. Enumerable.Range(0, 1 + (text.Length / 100)).Select(i => new PageSpan(i + 1, i * 100, (i + 1) * 100))],
    };
}
