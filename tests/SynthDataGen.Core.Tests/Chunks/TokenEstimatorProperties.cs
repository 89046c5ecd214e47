using FsCheck;
using FsCheck.Fluent;
using SynthDataGen.Core.Chunks;

namespace SynthDataGen.Core.Tests.Chunks;

/// <summary>Long text is counted many characters at a time, short words one by one: both must agree.</summary>
public sealed class TokenEstimatorProperties
{
    private static readonly string[] Parts =
        ["a", "pump", "maintenance", "incomprehensibilities", "7", "2026", "1234567", ".", "--", "naïve", "запас", "第一条", "😀", "x=1;", "[^_`{|}~@]"];

    private static readonly Arbitrary<string[]> Words = Arb.From(
        Gen.Elements(Parts).NonEmptyListOf().Select(parts => string.Concat(parts.Take(3))).ArrayOf());

    [Fact]
    public void A_text_counts_as_many_tokens_as_its_words() => Prop
        .ForAll(Words, words => TokenEstimator.Count(string.Join(" \n", words)) == words.Sum(word => TokenEstimator.Count(word)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void The_longest_fitting_start_cannot_be_extended() => Prop
        .ForAll(Words, Arb.From(Gen.Choose(1, 200)), (words, most) =>
        {
            var text = string.Join('\t', words);
            var (length, tokens) = TokenEstimator.Fit(text, most);
            return tokens == TokenEstimator.Count(text.AsSpan(0, length))
                && tokens <= most
                && (length == text.Length || TokenEstimator.Count(text.AsSpan(0, length + 1)) > most);
        })
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData('a', 6)]
    [InlineData('7', 3)]
    [InlineData('#', 1)]
    public void A_run_without_end_is_cut_evenly(char character, int aToken)
    {
        TokenEstimator.Count(new string(character, 600)).ShouldBe(600 / aToken);
    }
}
