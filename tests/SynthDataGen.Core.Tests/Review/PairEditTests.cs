using SynthDataGen.Core.Documents;
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

    private static bool Fits(int start, int end) => new PairEdit(null, null, [new TextSpan(start, end)]).FitsInto(Text);
}
