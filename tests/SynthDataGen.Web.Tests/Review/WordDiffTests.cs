using SynthDataGen.Web.Review.History;

namespace SynthDataGen.Web.Tests.Review;

public sealed class WordDiffTests
{
    [Fact]
    public void Only_what_changed_is_marked() => WordDiff.Of("It takes 30 days in all.", "It takes 90 days in all.").ShouldBe(
        [new(Change.Kept, "It takes "), new(Change.Removed, "30"), new(Change.Added, "90"), new(Change.Kept, " days in all.")]);

    [Fact]
    public void Words_replaced_in_a_row_are_one_replacement() => WordDiff.Of("a red car", "a blue bike").ShouldBe(
        [new(Change.Kept, "a "), new(Change.Removed, "red car"), new(Change.Added, "blue bike")]);

    [Fact]
    public void A_script_without_spaces_is_compared_by_character() =>
        WordDiff.Of("休暇は三十日です", "休暇は九十日です").ShouldContain(new DiffPart(Change.Added, "九"));

    [Theory]
    [InlineData("", "new")]
    [InlineData("old", "")]
    [InlineData("a 😀 b\r\n c", "a 😁 b\nc  d")]
    [InlineData("\ud83d alone", "alone \ude00")]
    [InlineData("cafe\u0301 no\u00a01", "cafe\u0301s no\u00a02")]
    [InlineData("the the the", "the a the b the")]
    public void The_parts_together_are_both_texts(string before, string after)
    {
        var parts = WordDiff.Of(before, after);
        string.Concat(parts.Where(part => part.Change != Change.Added).Select(part => part.Text)).ShouldBe(before);
        string.Concat(parts.Where(part => part.Change != Change.Removed).Select(part => part.Text)).ShouldBe(after);
    }

    [Fact]
    public void Very_long_texts_are_replaced_as_a_whole()
    {
        var (before, after) = (string.Join(' ', Enumerable.Range(0, 20_000)), string.Join(' ', Enumerable.Range(20_000, 20_000)));
        WordDiff.Of(before, after).Select(part => part.Change).ShouldBe([Change.Removed, Change.Added]);
    }
}
