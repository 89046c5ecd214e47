using SynthDataGen.Client;
using SynthDataGen.Client.Review;
using SynthDataGen.Web.Review.Editing;

namespace SynthDataGen.Web.Tests.Review.Editing;

public sealed class EvidenceDraftTests
{
    private const string Text = "One two. Three 😀 four! Five";

    [Fact]
    public void White_space_at_the_ends_is_trimmed()
    {
        var draft = Draft();
        draft.Add(8, 15);
        Quotes(draft).ShouldBe(["Three"]);
    }

    [Theory]
    [InlineData(9, 16)]
    [InlineData(16, 22)]
    public void A_character_of_two_units_is_never_cut(int start, int end)
    {
        var draft = Draft();
        draft.Add(start, end);
        Quotes(draft).Single().ShouldContain("😀");
    }

    [Fact]
    public void Spans_that_touch_become_one()
    {
        var draft = Draft((0, 7), (24, 28));
        draft.Add(5, 14);
        Quotes(draft).ShouldBe(["One two. Three", "Five"]);
    }

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(8, 9)]
    [InlineData(900, 990)]
    [InlineData(7, 3)]
    public void Nothing_selected_adds_nothing(int start, int end)
    {
        var draft = Draft((0, 3));
        draft.Add(start, end);
        draft.Changed.ShouldBeFalse();
    }

    [Fact]
    public void Ends_move_by_a_word()
    {
        var draft = Draft((9, 14));
        var longer = draft.Stretch(draft.Spans[0], first: false, forward: true);
        draft.Quote(longer).ShouldBe("Three 😀");
        var shorter = draft.Stretch(longer, first: true, forward: true);
        draft.Quote(shorter).ShouldBe("😀");
        draft.Quote(draft.Stretch(shorter, first: false, forward: false)).ShouldBe("😀");
    }

    [Fact]
    public void Sentences_are_added_one_after_the_other()
    {
        var draft = Draft();
        draft.AddSentence(0);
        draft.AddSentence(0);
        draft.AddSentence(0);
        draft.AddSentence(0);
        Quotes(draft).ShouldBe(["One two.", "Three 😀 four!", "Five"]);
    }

    [Fact]
    public void Removing_and_adding_again_is_no_change()
    {
        var draft = Draft((0, 8));
        draft.Remove(draft.Spans[0]);
        draft.Changed.ShouldBeTrue();
        draft.Add(0, 8);
        draft.Changed.ShouldBeFalse();
    }

    [Fact]
    public void Spans_of_another_text_are_left_out() => Draft((20, 400), (-1, 3)).Spans.ShouldBeEmpty();

    private static EvidenceDraft Draft(params (int Start, int End)[] spans) => new(Text, spans.Select(span => new TextSpan(span.Start, span.End)));

    private static IEnumerable<string> Quotes(EvidenceDraft draft) => draft.Spans.Select(draft.Quote);
}
