using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Replies;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Testing;

namespace SynthDataGen.Core.Tests.Generation.Replies;

public sealed class JudgementParserTests
{
    private const string One = """{"judgements":[{"pair":2,"note":" Late. ","answerable":true,"complete":false,"clear":true,"score":3}]}""";

    [Fact]
    public void A_judgement_belongs_to_the_pair_that_it_names() =>
        Read(One, 2).ShouldBe([null, new(3, Answerable: true, Complete: false, Clear: true, "Late.")]);

    [Theory]
    [InlineData("```json\n{0}\n```")]
    [InlineData("<think>Is {{it}} good?</think>\n{0}")]
    [InlineData("Here you are: {0} Done.")]
    public void Judgements_get_the_same_repairs_as_pairs(string around) =>
        Read(around.Replace("{0}", One, StringComparison.Ordinal), 2)[1]!.Score.ShouldBe(3);

    [Fact]
    public void Words_for_numbers_and_truth_values_are_read() =>
        Read("""{"judgements":[{"pair":"1","note":"","answerable":"yes","complete":"No","clear":"TRUE","score":"4"}]}""", 1)
            .ShouldBe([new(4, Answerable: true, Complete: false, Clear: true, "")]);

    [Theory]
    [InlineData("""{"pairs":[]}""")]
    [InlineData("""{"judgements":[]}""")]
    [InlineData("""{"judgements":[{"pair":0,"note":"","answerable":true,"complete":true,"clear":true,"score":3}]}""")]
    [InlineData("""{"judgements":[{"pair":3,"note":"","answerable":true,"complete":true,"clear":true,"score":3}]}""")]
    [InlineData("""{"judgements":[{"pair":1,"note":"","answerable":true,"complete":true,"clear":true,"score":6}]}""")]
    [InlineData("""{"judgements":[{"pair":1,"note":"","answerable":true,"complete":true,"clear":true,"score":4.5}]}""")]
    [InlineData("""{"judgements":[{"pair":1,"note":"","answerable":"perhaps","complete":true,"clear":true,"score":3}]}""")]
    [InlineData("""{"judgements":[{"pair":1,"note":"","answerable":true,"clear":true,"score":3}]}""")]
    [InlineData("""{"judgements":["good"]}""")]
    [InlineData("Both are fine.")]
    public void An_ambiguous_judgement_is_malformed(string content) =>
        Should.Throw<GeneratorException>(() => Read(content, 2)).Reason.ShouldBe(GeneratorException.MalformedReply);

    [Fact]
    public void A_reply_that_judges_a_pair_twice_is_malformed() =>
        Should.Throw<GeneratorException>(() => Read(JudgedReply.For(2).Replace("\"pair\":2", "\"pair\":1", StringComparison.Ordinal), 2))
            .Reason.ShouldBe(GeneratorException.MalformedReply);

    [Theory]
    [InlineData("length", GeneratorException.Truncated)]
    [InlineData("content_filter", GeneratorException.Refused)]
    public void An_unfinished_reply_is_not_read(string finish, string reason) =>
        Should.Throw<GeneratorException>(() => JudgementParser.Read(new(One, finish, 1, 1, "m"), 2)).Reason.ShouldBe(reason);

    [Fact]
    public void Notes_are_storable_and_bounded()
    {
        var note = Read("""{"judgements":[{"pair":1,"note":"a\u0000b""" + new string('x', 900) + "\",\"answerable\":true,\"complete\":true,\"clear\":true,\"score\":1}]}", 1)[0]!.Note;

        note.ShouldStartWith("abx");
        note.Length.ShouldBe(Judgement.MaxNoteLength);
    }

    [Fact]
    public void Each_no_raises_its_flag() =>
        new Judgement(1, false, false, false, "").Flags().ShouldBe([PairFlags.NotAnswerable, PairFlags.IncompleteAnswer, PairFlags.UnclearQuestion]);

    private static IReadOnlyList<Judgement?> Read(string content, int pairs) => JudgementParser.Read(new(content, "stop", 1, 1, "m"), pairs);
}
