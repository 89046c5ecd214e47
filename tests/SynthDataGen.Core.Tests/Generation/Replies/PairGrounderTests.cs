using System.Text.Json;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Checks;
using SynthDataGen.Core.Generation.Replies;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Tests.Generation.Replies;

public sealed class PairGrounderTests
{
    private const string Text = "Preface. The warranty lasts for 24 months from the day of delivery. A claim must name the serial number. Appendix.";
    private static readonly PairChecks Checks = new(new(), Text);
    private static readonly ShownText Shown = new(new SourceWindow(Text, 9, Text.Length - 10, _ => 3));

    [Fact]
    public void A_grounded_pair_has_the_sources_words_and_no_flag()
    {
        var pair = Write(("How long does the warranty last?", "24 months from delivery.", "the warranty lasts for 24 months")).Single();

        pair.Flags.ShouldBeEmpty();
        pair.Evidence.ShouldHaveSingleItem().Quote.ShouldBe("The warranty lasts for 24 months");
        pair.Evidence[0].Page.ShouldBe(3);
    }

    [Fact]
    public void A_pair_whose_evidence_is_missing_is_kept_and_flagged() =>
        Write(("How long does the warranty last?", "For ever.", "The warranty never ends")).Single().Flags.ShouldBe([PairFlags.Ungrounded]);

    [Fact]
    public void Words_outside_the_context_are_no_evidence() =>
        Write(("What comes first?", "It opens with a preface.", "Preface")).Single().Flags.ShouldContain(PairFlags.Ungrounded);

    [Fact]
    public void A_quote_with_an_ellipsis_is_several_quotes()
    {
        var pair = Write(("What does a claim need?", "The serial number.", "The warranty lasts … A claim must name the serial number")).Single();

        pair.Evidence.Select(e => e.Quote).ShouldBe(["The warranty lasts", "A claim must name the serial number"]);
    }

    [Fact]
    public void No_more_pairs_are_returned_than_asked_for() =>
        PairGrounder.Write(Reply(("a?", "b", "c"), ("d?", "e", "f")), Shown, Checks, Request(1)).Count.ShouldBe(1);

    [Fact]
    public void An_existing_question_is_left_out_and_replaced() =>
        PairGrounder.Write(Reply(("What is claimed?", "b", "c"), ("d?", "e", "f")), Shown, Checks, Request(1) with { Existing = ["what is Claimed?"] })
            .Single().Draft.Question.ShouldBe("d?");

    [Fact]
    public void A_multi_hop_pair_needs_evidence_from_several_places()
    {
        const string One = "The warranty lasts for 24 months";
        var reply = new GeneratorReply($$"""{"pairs":[{{MultiHop(One)}},{{MultiHop(One, "A claim must name the serial number")}}]}""", "stop", 1, 1, "m");

        PairGrounder.Write(reply, Shown, Checks, Request(2)).Select(pair => pair.Flags.Contains(PairFlags.SingleSource)).ShouldBe([true, false]);
    }

    private static string MultiHop(params string[] quotes) => JsonSerializer.Serialize(new
    {
        question = $"What does somebody mind who claims within {quotes.Length} years?",
        answer = "The serial number and the 24 months.",
        evidence = quotes,
        type = "multi-hop",
    });

    private static GenerationRequest Request(int pairs) => new(Text, [], "handbook.md", new(), pairs);

    private static IReadOnlyList<GroundedPair> Write(params (string Question, string Answer, string Quote)[] pairs) =>
        PairGrounder.Write(Reply(pairs), Shown, Checks, Request(10));

    private static GeneratorReply Reply(params (string Question, string Answer, string Quote)[] pairs) => new(
        JsonSerializer.Serialize(new { pairs = pairs.Select(p => new { question = p.Question, answer = p.Answer, evidence = new[] { p.Quote } }) }),
        "stop", 1, 1, "m");
}
