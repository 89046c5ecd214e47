using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Grounding;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Tests.Generation.Grounding;

public sealed class EvidenceLocatorTests
{
    private const string Source =
        "Chapter 2\n\nThe re-\nsponsible “officer” keeps the ﬁle – signed and dated – for 10 years.\n"
        + "A well-known rule of 2010 says that every visitor must show a valid identity card at the main entrance before noon.";

    [Fact]
    public void A_quote_letter_by_letter_is_exact()
    {
        var evidence = Locate("every visitor must show");

        evidence.Match.ShouldBe(EvidenceMatch.Exact);
        Source[evidence.Start..evidence.End].ShouldBe("every visitor must show");
    }

    [Theory]
    [InlineData("THE RESPONSIBLE \"OFFICER\" KEEPS THE FILE", "The re-\nsponsible “officer” keeps the ﬁle")]
    [InlineData("file - signed   and dated - for 10 years", "ﬁle – signed and dated – for 10 years")]
    [InlineData("file—signed and dated—for", "ﬁle – signed and dated – for")]
    [InlineData("a well‑known rule", "A well-known rule")]
    [InlineData("“every visitor must show”", "every visitor must show")]
    [InlineData("…valid identity card…", "valid identity card")]
    [InlineData("10 years. A well-known", "10 years.\nA well-known")]
    public void Differences_that_do_not_matter_are_normalised(string quote, string found)
    {
        var evidence = Locate(quote);

        evidence.Match.ShouldBe(EvidenceMatch.Normalized);
        evidence.Quote.ShouldBe(found);
        Source[evidence.Start..evidence.End].ShouldBe(found);
    }

    [Fact]
    public void A_typing_error_is_near_and_the_source_is_kept()
    {
        var evidence = Locate("every visiter must show a valid identity card at the main entrence before noon");

        evidence.Match.ShouldBe(EvidenceMatch.Near);
        evidence.Quote.ShouldBe("every visitor must show a valid identity card at the main entrance before noon");
    }

    [Theory]
    [InlineData("Visitors may enter whenever they like, by any door.")]
    [InlineData("every visitor should carry some kind of identity document at the entrance at noon")]
    [InlineData("201")]
    [InlineData("")]
    [InlineData("…")]
    public void Words_that_the_source_lacks_are_missing(string quote)
    {
        var evidence = Locate(quote);

        evidence.ShouldBe(new Evidence(quote, 0, 0, 1, EvidenceMatch.Missing));
    }

    [Fact]
    public void A_short_number_is_not_found_inside_a_longer_one() => Locate("10").Start.ShouldBe(Source.IndexOf("10 years", StringComparison.Ordinal));

    [Fact]
    public void Only_the_window_is_searched() =>
        EvidenceLocator.Locate(Source, 0, 20, "every visitor must show", _ => 1).Match.ShouldBe(EvidenceMatch.Missing);

    [Fact]
    public void The_page_is_that_of_the_first_character() =>
        EvidenceLocator.Locate(Source, 0, Source.Length, "every visitor", at => at > 50 ? 7 : 6).Page.ShouldBe(7);

    [Theory]
    [InlineData("every visitor must show", EvidenceMatch.Exact, "every visitor must show")]
    [InlineData("very visitor must show a val", EvidenceMatch.Exact, "very visitor must show a val")]
    [InlineData("before noon.", EvidenceMatch.Exact, "before noon.")]
    [InlineData("the responsible \"officer\"", EvidenceMatch.Normalized, "The re-\nsponsible “officer”")]
    [InlineData("Before  Noon.", EvidenceMatch.Normalized, "before noon.")]
    [InlineData("isitor must show a valid identyty card at the main entrence befor", EvidenceMatch.Near, "visitor must show a valid identity card at the main entrance before")]
    [InlineData("visitor must show a valid identyty card at the main entrence before noo", EvidenceMatch.Near, "visitor must show a valid identity card at the main entrance before noon")]
    public void Evidence_starts_and_ends_where_its_words_do(string quote, EvidenceMatch match, string words)
    {
        var start = Source.IndexOf(words, StringComparison.Ordinal);

        Locate(quote).ShouldBe(new Evidence(words, start, start + words.Length, 1, match));
    }

    [Fact]
    public void Near_evidence_ends_with_the_window()
    {
        const string Words = "visitor must show a valid identity card at the main entr";
        var start = Source.IndexOf(Words, StringComparison.Ordinal);

        EvidenceLocator.Locate(Source, start, start + Words.Length, "visitor must show a valid identyty card at the main ent", _ => 1)
            .ShouldBe(new Evidence(Words, start, start + Words.Length, 1, EvidenceMatch.Near));
    }

    private static Evidence Locate(string quote) => EvidenceLocator.Locate(Source, 0, Source.Length, quote, _ => 1);
}
