using System.Text.Json;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Core.Tests.Export.Formats.Comprehension;

public sealed class SquadFormatTests
{
    private const string Text = "\U0001F600 In Köln \U0001F469\u200D\U0001F680 rents end with three months' notice. Other rents end with three months' notice too.";

    [Fact]
    public async Task Offsets_count_code_points_behind_emoji()
    {
        var row = await OnlyAsync(Asked("three months"));

        row.GetProperty("found").GetString().ShouldBe("three months");
        row.GetProperty("start").GetInt32().ShouldBe(Text.IndexOf("three", StringComparison.Ordinal) - 3);
    }

    [Fact]
    public async Task An_answer_is_looked_for_in_its_evidence_first()
    {
        var other = Text.IndexOf("Other", StringComparison.Ordinal);
        var row = await OnlyAsync(Asked("three months") with { Evidence = [Located(other, Text.Length)] });

        row.GetProperty("start").GetInt32().ShouldBe(Text.LastIndexOf("three", StringComparison.Ordinal) - 3);
    }

    [Fact]
    public async Task An_answer_in_other_words_gives_way_to_its_quote()
    {
        var start = Text.IndexOf("three", StringComparison.Ordinal);
        var row = await OnlyAsync(Asked("A quarter of a year.") with
        {
            Evidence = [new("nowhere", 0, 7, 1, EvidenceMatch.Missing), Located(start, start + 20)],
        });

        row.GetProperty("found").GetString().ShouldBe(Text.Substring(start, 20));
    }

    [Fact]
    public async Task What_stands_nowhere_cannot_be_held()
    {
        var written = await Written.AsAsync("squad", Asked("A quarter of a year."), Asked("three months") with { ContextTexts = [] }, Asked(" "));

        written.Hashes.ShouldAllBe(hash => hash == null);
        (await Consumer.LoadAsync("squad", written.Bytes)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unanswerable_question_has_no_answers()
    {
        var row = await OnlyAsync(Asked("three months") with { QuestionType = QuestionTypes.Unanswerable });

        row.TryGetProperty("found", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Pairs_of_a_context_share_its_paragraph_and_those_of_a_document_its_article()
    {
        var one = Asked("three months");
        var written = await Written.AsAsync(
            "squad", one, one with { Ordinal = 2 }, one with { Context = 9 }, one with { Context = 9, DocumentKey = "other.pdf" }, Asked("nothing of the kind"));
        var articles = JsonDocument.Parse(written.Bytes).RootElement.GetProperty("data").EnumerateArray().ToList();

        articles.Select(article => article.GetProperty("title").GetString()).ShouldBe([one.DocumentKey, "other.pdf"]);
        articles[0].GetProperty("paragraphs").EnumerateArray().Select(paragraph => paragraph.GetProperty("qas").GetArrayLength()).ShouldBe([2, 1]);
        written.Rows.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Stretches_are_joined_as_the_revision_has_them()
    {
        var pair = Asked("quarter") with
        {
            ContextTexts = [new(0, "Notice is "), new(10, "three "), new(13, "ee months."), new(50, "By the quarter."), new(50, "By the quarter.")],
            Evidence = [new("e months.", 14, 23, 1, EvidenceMatch.Exact)],
        };
        var row = await OnlyAsync(pair);

        row.GetProperty("context").GetString().ShouldBe("Notice is three months.\n\nBy the quarter.");
        (await OnlyAsync(pair with { Answer = "?" })).GetProperty("found").GetString().ShouldBe("e months.");
    }

    private static ExportedPair Asked(string answer) => Pairs.Plain with { Answer = answer, Evidence = [], ContextTexts = [new(500, Text)] };

    private static Evidence Located(int start, int end) => new(Text[start..end], 500 + start, 500 + end, 1, EvidenceMatch.Exact);

    private static async Task<JsonElement> OnlyAsync(ExportedPair pair) =>
        (await Consumer.LoadAsync("squad", (await Written.AsAsync("squad", pair)).Bytes)).ShouldHaveSingleItem();
}
