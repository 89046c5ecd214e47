using Shouldly;
using SynthDataGen.Core.Export.Report;

namespace SynthDataGen.Core.Tests.Export.Report;

public sealed class LexicalDiversityTests
{
    [Fact]
    public void Too_few_words_say_nothing() => LexicalDiversity.Of(Words(99, 10)).ShouldBeNull();

    /// <summary>Two words in turn: 2 of 3 are different, which is below 0.72, so that each stretch has three words.</summary>
    [Fact]
    public void Two_words_in_turn_vary_by_three() => LexicalDiversity.Of(Words(300, 2))!.Value.ShouldBe(3, 0.01);

    /// <summary>Ten words in turn: 10 of 14 are 0.714, 10 of 13 are 0.769: each stretch has fourteen words.</summary>
    [Fact]
    public void Ten_words_in_turn_vary_by_fourteen() => LexicalDiversity.Of(Words(1_400, 10))!.Value.ShouldBe(14, 0.01);

    [Fact]
    public void Where_no_word_comes_twice_all_are_one_stretch() => LexicalDiversity.Of(Words(500, 500)).ShouldBe(500);

    [Fact]
    public void The_length_of_the_text_does_not_count() => LexicalDiversity.Of(Words(1_400, 10))!.Value.ShouldBe(LexicalDiversity.Of(Words(14_000, 10))!.Value, 0.1);

    private static ulong[] Words(int count, int different) => [.. Enumerable.Range(0, count).Select(i => (ulong)(i % different))];
}
