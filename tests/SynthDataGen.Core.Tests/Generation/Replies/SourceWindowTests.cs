using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Replies;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Tests.Generation.Replies;

public sealed class SourceWindowTests
{
    private const string Head = "| Part | Stock |\n| --- | --- |";
    private const string Rows = "| valve seat ring | 12 |\n| pump impeller | 4 |";
    private const string Text = $"Parts.\n\n{Head}\n| gasket sheet | 7 |\n{Rows}\n\nEnd.";

    private static readonly int Start = Text.IndexOf(Rows, StringComparison.Ordinal);
    private static readonly SourceWindow Window = new(Text, Start, Start + Rows.Length, offset => offset < Start ? 1 : 2, new TextSpan(8, 8 + Head.Length));

    [Fact]
    public void The_tables_head_is_shown_above_the_rows() => Window.Shown.ShouldBe($"{Head}\n{Rows}");

    [Fact]
    public void A_quote_of_the_head_is_found_in_the_head()
    {
        var found = Window.Find("| Part | Stock |").ShouldHaveSingleItem();

        (found.Start, found.Quote, found.Page, found.Match).ShouldBe((8, "| Part | Stock |", 1, EvidenceMatch.Exact));
    }

    [Fact]
    public void A_quote_of_a_row_is_found_in_the_row()
    {
        var found = Window.Find("pump impeller | 4").ShouldHaveSingleItem();

        (Text[found.Start..found.End], found.Page, found.Match).ShouldBe(("pump impeller | 4", 2, EvidenceMatch.Exact));
    }

    [Fact]
    public void A_quote_from_the_head_into_the_rows_is_two_spans_of_the_revision()
    {
        var found = Window.Find($"{Head}\n| valve seat ring | 12 |");

        found.Select(evidence => evidence.Quote).ShouldBe([Head, "| valve seat ring | 12 |"]);
        found.ShouldAllBe(evidence => Text.IndexOf(evidence.Quote, evidence.Start, StringComparison.Ordinal) == evidence.Start && evidence.Match == EvidenceMatch.Exact);
    }

    [Theory]
    [InlineData("| pump impeller | 4 |")]
    [InlineData("| Part | Stock |")]
    [InlineData("valve seat")]
    [InlineData("Stock")]
    [InlineData("---")]
    public void Evidence_starts_and_ends_where_its_words_do(string quote)
    {
        var start = Text.IndexOf(quote, StringComparison.Ordinal);

        Window.Find(quote).ShouldBe([new Evidence(quote, start, start + quote.Length, start < Start ? 1 : 2, EvidenceMatch.Exact)]);
    }

    [Fact]
    public void A_quote_across_the_head_is_split_at_its_end() => Window.Find("--- |\n| valve seat").ShouldBe(
    [
        new Evidence("--- |", 8 + Head.Length - 5, 8 + Head.Length, 1, EvidenceMatch.Exact),
        new Evidence("| valve seat", Start, Start + 12, 2, EvidenceMatch.Exact),
    ]);

    [Fact]
    public void A_row_that_was_not_shown_is_no_evidence() => Window.Find("gasket sheet | 7").ShouldHaveSingleItem().Match.ShouldBe(EvidenceMatch.Missing);
}
