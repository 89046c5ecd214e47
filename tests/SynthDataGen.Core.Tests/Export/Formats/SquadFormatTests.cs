using System.Text.Json;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Tests.Export.Formats;

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
    public async Task An_answer_is_searched_in_its_evidence_first()
    {
        var other = Text.IndexOf("Other", StringComparison.Ordinal);
        var row = await OnlyAsync(Asked("three months") with { Evidence = [Located(other, Text.Length)] });

        row.GetProperty("start").GetInt32().ShouldBe(Text.LastIndexOf("three", StringComparison.Ordinal) - 3);
    }

    [Fact]
    public async Task An_answer_in_other_words_is_replaced_by_its_quote()
    {
        var start = Text.IndexOf("three", StringComparison.Ordinal);
        var row = await OnlyAsync(Asked("A quarter of a year.") with
        {
            Evidence = [new("nowhere", 0, 7, 1, EvidenceMatch.Missing), Located(start, start + 20)],
        });

        row.GetProperty("found").GetString().ShouldBe(Text.Substring(start, 20));
    }

    [Fact]
    public async Task A_repeated_quote_is_taken_where_its_evidence_is()
    {
        var second = Text.LastIndexOf("three", StringComparison.Ordinal);
        var row = await OnlyAsync(Asked("A quarter of a year.") with { Evidence = [Located(second, second + 12)] });

        row.GetProperty("found").GetString().ShouldBe("three months");
        row.GetProperty("start").GetInt32().ShouldBe(second - 3);
    }

    [Fact]
    public async Task Evidence_up_to_the_end_of_the_context_counts()
    {
        const string Twice = "No notice. No notice.";
        var row = await OnlyAsync(Asked("None at all.") with { ContextTexts = [new(500, Twice)], Evidence = [new("No notice.", 511, 521, 1, EvidenceMatch.Exact)] });

        row.GetProperty("start").GetInt32().ShouldBe(11);
    }

    [Fact]
    public async Task An_answer_that_exceeds_its_evidence_is_searched_elsewhere()
    {
        var second = Text.LastIndexOf("three", StringComparison.Ordinal);
        var row = await OnlyAsync(Asked("three months") with { Evidence = [Located(second, second + 11)] });

        row.GetProperty("start").GetInt32().ShouldBe(Text.IndexOf("three", StringComparison.Ordinal) - 3);
    }

    [Fact]
    public async Task Evidence_beyond_the_context_is_ignored()
    {
        var second = Text.LastIndexOf("three", StringComparison.Ordinal);
        var row = await OnlyAsync(Asked("three months") with { Evidence = [new("three months", 500 + second, 500 + Text.Length + 1, 1, EvidenceMatch.Exact)] });

        row.GetProperty("start").GetInt32().ShouldBe(Text.IndexOf("three", StringComparison.Ordinal) - 3);
    }

    [Fact]
    public async Task A_flat_row_has_the_same_answer_as_the_document()
    {
        var second = Text.LastIndexOf("three", StringComparison.Ordinal);
        var settings = Written.Settings("squad") with { Packaging = Packaging.HuggingFace };
        var row = JsonDocument.Parse((await Written.AsAsync(settings, [Asked("?") with { Evidence = [Located(second, second + 12)] }])).Rows.Single()).RootElement;

        row.GetProperty("answers").GetRawText().ShouldBe($$"""{"text":["three months"],"answer_start":[{{second - 3}}]}""");
        var evidence = row.GetProperty("provenance").GetProperty("evidence")[0];
        (evidence.GetProperty("quote").GetString(), evidence.GetProperty("start").GetInt32(), evidence.GetProperty("end").GetInt32()).ShouldBe(("three months", 500 + second, 512 + second));
    }

    [Fact]
    public async Task A_pair_without_its_words_in_the_context_cannot_be_held()
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
    public async Task Pairs_share_the_paragraph_of_their_context_and_the_article_of_their_document()
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
    public async Task Stretches_are_joined_as_in_the_revision()
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

    private static ExportedPair Asked(string answer) => SamplePairs.Plain with { Answer = answer, Evidence = [], ContextTexts = [new(500, Text)] };

    private static Evidence Located(int start, int end) => new(Text[start..end], 500 + start, 500 + end, 1, EvidenceMatch.Exact);

    private static async Task<JsonElement> OnlyAsync(ExportedPair pair) =>
        (await Consumer.LoadAsync("squad", (await Written.AsAsync("squad", pair)).Bytes)).ShouldHaveSingleItem();
}
