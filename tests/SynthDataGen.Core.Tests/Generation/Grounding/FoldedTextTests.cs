using SynthDataGen.Core.Generation.Grounding;

namespace SynthDataGen.Core.Tests.Generation.Grounding;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("He said ''stop'' then.", "he said 'stop'", "He said ''stop''")]
    [InlineData("He said “stop” then.", "he said 'stop'", "He said “stop”")]
    [InlineData("He said ''stop''", "'stop'", "''stop''")]
    [InlineData("An oﬃce. More.", "an off", "An oﬃ")]
    [InlineData("An oﬃce. More.", "office", "oﬃce")]
    [InlineData("The re-\n  sponsible one.", "the responsible", "The re-\n  sponsible")]
    [InlineData("Years 5 – 10, or so.", "5-", "5 – ")]
    [InlineData("A  wide \n gap.", "a wide ", "A  wide \n ")]
    [InlineData("One \U0001D53Easket left.", "one g", "One \U0001D53E")]
    public void Folded_words_come_from_exactly_their_source(string source, string folded, string words)
    {
        var text = FoldedText.Of(source);
        var at = text.Text.IndexOf(folded, StringComparison.Ordinal);
        var start = source.IndexOf(words, StringComparison.Ordinal);

        text.SourceOf(at, at + folded.Length).ShouldBe((start, start + words.Length));
    }
}
