using Shouldly;
using SynthDataGen.Core.Export.Report;

namespace SynthDataGen.Core.Tests.Export.Report;

public sealed class LexicalDiversityTests
{
    [Fact]
    public void Too_few_words_have_no_diversity() => LexicalDiversity.Of(Words(99, 10)).ShouldBeNull();

    /// <summary>Two alternating words: 2 of 3 are different, which is below 0.72, so each stretch has three words.</summary>
    [Fact]
    public void Two_alternating_words_have_stretches_of_three() => LexicalDiversity.Of(Words(300, 2))!.Value.ShouldBe(3, 0.01);

    /// <summary>Ten alternating words: 10 of 14 are 0.714, 10 of 13 are 0.769, so each stretch has fourteen words.</summary>
    [Fact]
    public void Ten_alternating_words_have_stretches_of_fourteen() => LexicalDiversity.Of(Words(1_400, 10))!.Value.ShouldBe(14, 0.01);

    [Fact]
    public void Words_without_repetition_are_one_stretch() => LexicalDiversity.Of(Words(500, 500)).ShouldBe(500);

    [Fact]
    public void The_length_of_the_text_does_not_matter() => LexicalDiversity.Of(Words(1_400, 10))!.Value.ShouldBe(LexicalDiversity.Of(Words(14_000, 10))!.Value, 0.1);

    private static ulong[] Words(int count, int different) => [.. Enumerable.Range(0, count).Select(i => (ulong)(i % different))];
}
