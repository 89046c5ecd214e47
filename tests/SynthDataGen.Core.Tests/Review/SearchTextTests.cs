using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Tests.Review;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("notice period", "", "notice", "period")]
    [InlineData("\"notice period\" days", "notice period", "", "days")]
    [InlineData("days \"notice period\"", "notice period", "days", null)]
    [InlineData("\"notice per", "notice per", "", null)]
    [InlineData("„notice period“ of", "notice period", "", "of")]
    [InlineData("%", "", "%", null)]
    [InlineData("a \"\" b", "", "a", "b")]
    [InlineData(" ", "", "", null)]
    public void A_search_is_parsed_into_phrases_words_and_a_prefix(string text, string phrases, string words, string? beginning)
    {
        var read = SearchText.Parse(text);
        (string.Join(';', read.Phrases), read.Words, read.Beginning).ShouldBe((phrases, words, beginning));
    }

    [Fact]
    public void Lone_surrogates_and_NUL_cannot_be_stored()
    {
        StorableText.IsStorable("plain \U0001F600 \u202E").ShouldBeTrue();
        string[] bad = ["nul \0", "half \uD83D", "\uDE00 half", "\uD83D\uD83D\uDE00"];
        bad.ShouldAllBe(text => !StorableText.IsStorable(text));
    }
}
