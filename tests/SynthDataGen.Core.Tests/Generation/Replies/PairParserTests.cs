using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Replies;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Tests.Generation.Replies;

public sealed class PairParserTests
{
    private const string One = """{"pairs":[{"question":"Who keeps the file?","answer":"The officer.","evidence":["The officer keeps the file"],"type":"factual","difficulty":"easy"}]}""";

    [Theory]
    [InlineData(One)]
    [InlineData("```json\n" + One + "\n```")]
    [InlineData("```\n" + One + "\n```\n")]
    [InlineData("<think>I could say {\"pairs\": []} but …</think>\n\n" + One)]
    [InlineData("Here are the pairs:\n" + One + "\nI hope that helps!")]
    [InlineData("""{"pairs":[{"question":"Who keeps the file?","answer":"The officer.","evidence":["The officer keeps the file",],"type":"factual","difficulty":"easy",},],}""")]
    public void A_reply_is_read_after_the_named_repairs(string content)
    {
        var pair = Read(content).ShouldHaveSingleItem();

        pair.Question.ShouldBe("Who keeps the file?");
        pair.Quotes.ShouldBe(["The officer keeps the file"]);
        pair.Difficulty.ShouldBe("easy");
    }

    [Theory]
    [InlineData(",{\"question\":\"What")]
    [InlineData(",{\"question\":\"What is due?\",\"answer\":\"A")]
    [InlineData("")]
    [InlineData(", ")]
    public void Complete_pairs_before_a_missing_tail_of_a_finished_reply_are_kept(string tail)
    {
        var cut = One[..^2] + tail;

        Read(cut).ShouldHaveSingleItem().Answer.ShouldBe("The officer.");
        Failure(cut, "length").Reason.ShouldBe(GeneratorException.Truncated);
    }

    [Fact]
    public void An_empty_list_is_an_answer() => Read("""{"pairs":[]}""").ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    public void A_blank_reply_is_an_empty_reply(string content) => Failure(content).Reason.ShouldBe(GeneratorException.EmptyReply);

    [Theory]
    [InlineData("Certainly! Bananas.")]
    [InlineData("{\"pairs\":[{\"question\":\"Who\",\"ans")]
    [InlineData("""{"pairs":[{"question":"Who?","response":"The officer."}]}""")]
    [InlineData("""{"pairs":[{"question":"Who?","answer":""}]}""")]
    [InlineData("""{"pairs":[["Who?","The officer."]]}""")]
    [InlineData("""{"questions":[]}""")]
    [InlineData("""{"pairs":{}}""")]
    [InlineData("""{"pairs":[{"question":"\ud800","answer":"x"}]}""")]
    [InlineData("null")]
    [InlineData("[1,2]")]
    public void An_unusable_reply_is_malformed_and_kept_raw(string content)
    {
        var failure = Failure(content);

        failure.Reason.ShouldBe(GeneratorException.MalformedReply);
        failure.RawReply.ShouldBe(content);
    }

    [Fact]
    public void A_truncated_reply_is_truncated_even_if_it_parses() => Failure(One, "length").Reason.ShouldBe(GeneratorException.Truncated);

    [Theory]
    [InlineData("I'm sorry, but I can't help with that.", "stop")]
    [InlineData("No.", "refusal")]
    [InlineData("", "content_filter")]
    public void A_refusal_is_recognised(string content, string finish) => Failure(content, finish).Reason.ShouldBe(GeneratorException.Refused);

    [Fact]
    public void Unknown_kinds_become_factual_without_difficulty()
    {
        var pair = Read("""{"pairs":[{"question":"Who keeps it?","answer":"The officer","type":"riddle","difficulty":9,"evidence":"The officer"}]}""").Single();

        (pair.QuestionType, pair.Difficulty).ShouldBe(("factual", null));
        pair.Quotes.ShouldBe(["The officer"]);
    }

    [Fact]
    public void Characters_that_the_database_refuses_are_removed() =>
        Read("""{"pairs":[{"question":"Who \u0000keeps it?","answer":"The officer"}]}""").Single().Question.ShouldBe("Who keeps it?");

    private static IReadOnlyList<PairDraft> Read(string content, string finish = "stop") => PairParser.Read(new(content, finish, 1, 1, "m"));

    private static GeneratorException Failure(string content, string finish = "stop") => Should.Throw<GeneratorException>(() => Read(content, finish));
}
