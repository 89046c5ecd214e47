using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Checks;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Tests.Generation.Checks;

public sealed class PairChecksTests
{
    [Theory]
    [InlineData("According to the passage, who signs?")]
    [InlineData("What does the text say about signing?")]
    [InlineData("Who signs the form mentioned in the section above?")]
    [InlineData("What is listed in the following table?")]
    [InlineData("What is the purpose of this document?")]
    [InlineData("Based on the provided context, who signs?")]
    [InlineData("What does Figure 3 show?")]
    [InlineData("What does the extract say about trains?")]
    [InlineData("How often is the fee named in the text?")]
    [InlineData("Which rule is stated here?")]
    [InlineData("Which roles does the author describe in this excerpt?")]
    public void A_question_that_needs_its_text_refers_to_context(string question) => Flags(question, "The officer").ShouldContain(PairFlags.RefersToContext);

    [Theory]
    [InlineData("What does a lease mean in the context of tenancy law?")]
    [InlineData("Which characters may stand in the text field for names?")]
    [InlineData("What is kept in the text archive of the museum?")]
    [InlineData("Which clause of the text of a contract must be in bold?")]
    [InlineData("Which columns must a source table have?")]
    [InlineData("Which information provided by a supplier is checked?")]
    [InlineData("How is a given document found again?")]
    [InlineData("Who is the author of a package?")]
    [InlineData("What must a section of a control file contain?")]
    [InlineData("How is a document table sorted?")]
    public void A_question_about_texts_does_not_refer_to_context(string question) => Flags(question, "The officer").ShouldNotContain(PairFlags.RefersToContext);

    [Theory]
    [InlineData("How long?", "30 days", "within 60 days", true)]
    [InlineData("How long?", "60 days", "within sixty (60) days", false)]
    [InlineData("How much?", "1,000 euro", "1000 euro", false)]
    [InlineData("How many?", "3 copies", "three copies", false)]
    [InlineData("Which version?", "Version 2.5", "versions 2 and 5", true)]
    [InlineData("What after 90 days?", "After 90 days it ends", "it ends", false)]
    [InlineData("How?", "1. Open it\n2. Close it", "Open it, then close it", false)]
    public void Numbers_must_be_in_the_evidence(string question, string answer, string quote, bool raised) =>
        Flags(question, answer, quote).Contains(PairFlags.UnsupportedNumber, StringComparer.Ordinal).ShouldBe(raised);

    [Theory]
    [InlineData("Is the warranty period of 24 months 24 months long?", "24 months", true)]
    [InlineData("Who signs the form?", "The officer signs the form", false)]
    [InlineData("Is the form green or blue?", "Blue", false)]
    [InlineData("Is it allowed?", "Yes", false)]
    public void A_question_may_not_contain_its_answer(string question, string answer, bool raised) =>
        Flags(question, answer).Contains(PairFlags.AnswerInQuestion, StringComparer.Ordinal).ShouldBe(raised);

    [Theory]
    [InlineData("Who?", "The officer", PairFlags.TooShort)]
    [InlineData("Who signs the form?", "–", PairFlags.TooShort)]
    public void A_text_that_is_too_short_is_flagged(string question, string answer, string flag) => Flags(question, answer).ShouldContain(flag);

    [Fact]
    public void A_text_that_is_too_long_is_flagged() => Flags("Who signs?", new string('x', 3_001)).ShouldContain(PairFlags.TooLong);

    [Fact]
    public void One_missing_quote_makes_a_pair_ungrounded() =>
        Checks.Of(new("Who signs the form?", "The officer", [], "factual", null), [Quote("x"), new("y", 0, 0, 1, EvidenceMatch.Missing)])
            .ShouldBe([PairFlags.Ungrounded]);

    [Fact]
    public void A_near_quote_is_flagged() =>
        Checks.Of(new("Who signs the form?", "The officer", [], "factual", null), [Quote("x") with { Match = EvidenceMatch.Near }]).ShouldBe([PairFlags.NearEvidence]);

    [Theory]
    [InlineData("a")]
    [InlineData("a@")]
    [InlineData("password:")]
    [InlineData("eyJ-")]
    [InlineData("0 ")]
    [InlineData("+1 ")]
    [InlineData("DE00 ")]
    [InlineData("The ")]
    [InlineData("ignore all ")]
    [InlineData("according to the ")]
    [InlineData("May 1 ")]
    [InlineData("Tel. 0")]
    public void No_text_takes_the_checks_too_long(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 40_000 / part.Length));

        new PairChecks(new(), text).Of(new(text, text, [text], "factual", null), [Quote(text)]).ShouldContain(PairFlags.TooLong);
    }

    private static PairChecks Checks { get; } = new(new(), context: "");

    private static Evidence Quote(string quote) => new(quote, 0, quote.Length, 1, EvidenceMatch.Exact);

    private static IReadOnlyList<string> Flags(string question, string answer, string quote = "the officer signs") =>
        Checks.Of(new(question, answer, [quote], "factual", null), [Quote(quote)]);
}
