using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation.Checks;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Tests.Review;

public sealed class PairEditTests
{
    private const string Text = "A \U0001F600 end.";

    [Theory]
    [InlineData(0, 9, true)]
    [InlineData(0, 10, false)]
    [InlineData(5, 9, true)]
    [InlineData(8, 9, true)]
    [InlineData(9, 9, false)]
    [InlineData(-1, 3, false)]
    [InlineData(5, 4, false)]
    public void Evidence_may_reach_the_end_of_the_text_and_no_further(int start, int end, bool fits) => Fits(start, end).ShouldBe(fits);

    [Theory]
    [InlineData(0, 3, false)]
    [InlineData(3, 9, false)]
    [InlineData(2, 4, true)]
    [InlineData(0, 4, true)]
    public void Evidence_splits_no_character(int start, int end, bool fits) => Fits(start, end).ShouldBe(fits);

    [Fact]
    public void Evidence_holds_words()
    {
        Fits(1, 2).ShouldBeFalse();
        new PairEdit("Why?", null, null).FitsInto(Text).ShouldBeTrue();
        new PairEdit(null, null, [new(0, 1), new(1, 2)]).FitsInto(Text).ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, 4, "A \U0001F600", 1)]
    [InlineData(5, 8, "end", 2)]
    [InlineData(5, 9, "end.", 2)]
    public void An_edit_quotes_exactly_the_words_of_its_spans(int start, int end, string words, int page)
    {
        var source = new RevisionText { RevisionId = Guid.Empty, Text = Text, Outline = [], Pages = [new(1, 0, 5), new(2, 5, 9)] };
        var pair = new Pair
        {
            Question = "What is it?", Answer = "An end.", QuestionType = QuestionTypes.Factual, GeneratorName = "g", Model = "m", Template = "t", TemplateVersion = "1",
        };

        new PairEdit(null, null, [new(start, end)]).Of(pair, source, new PairChecks(new(), Text)).Evidence
            .ShouldBe([new Evidence(words, start, end, page, EvidenceMatch.Exact)]);
    }

    private static bool Fits(int start, int end) => new PairEdit(null, null, [new TextSpan(start, end)]).FitsInto(Text);
}
