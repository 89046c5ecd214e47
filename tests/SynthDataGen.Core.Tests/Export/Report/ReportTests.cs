using System.Globalization;
using AngleSharp.Html.Parser;
using Shouldly;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Export.Planning;
using SynthDataGen.Core.Export.Report;
using SynthDataGen.Core.Review.Second;

namespace SynthDataGen.Core.Tests.Export.Report;

public sealed class ReportTests
{
    private const string Hostile = "<script>alert(1)</script>\u0001\u202E&\"\uD800";

    [Fact]
    public void The_figures_count_what_was_written()
    {
        var figures = Figures(300);
        figures.Parts[Part.Train].ShouldBe(240);
        figures.Types.Counts.ShouldBe([("factual", 200L), ("definition", 100L)]);
        figures.Documents.Kinds.ShouldBe(40);
        figures.Contexts.ShouldBe(150);
        figures.Questions.Quantile(0.5).ShouldBe(4);
        figures.Answers.Ranges.ShouldBe([("6–10", 300L)]);
        figures.NewestDecision.ShouldBe(DateTimeOffset.UnixEpoch.AddMinutes(299));
        figures.Diversity.Answers.ShouldNotBeNull();
    }

    [Fact]
    public void The_newest_decision_counts_in_any_order()
    {
        var figures = new DatasetFigures(3);
        foreach (var i in new[] { 2, 7, 4 })
        {
            figures.Add(Pair(i, "manual.pdf"), Part.Train);
        }

        figures.Add(Pair(9, "manual.pdf") with { DecidedAt = null }, Part.Train);
        figures.NewestDecision.ShouldBe(DateTimeOffset.UnixEpoch.AddMinutes(7));
    }

    [Fact]
    public void The_page_shows_the_figures()
    {
        var page = new HtmlParser().ParseDocument(ReportPage.Of(Facts("default, export 3"), Figures(300)));
        page.QuerySelector("h1")!.TextContent.ShouldBe("default, export 3");
        page.Body!.TextContent.ShouldContain("300 pairs from 40 documents; the newest decision is of 1 January 1970, 04:59 UTC.");
        page.QuerySelectorAll("tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim()))).ShouldContain("factual|200|66.7 %|");
        page.QuerySelectorAll("section p").Select(p => p.TextContent).ShouldContain("10 more documents with 70 pairs.");
        page.Body.TextContent.ShouldContain("worded like another pair");
        page.Body.TextContent.ShouldContain("0.62");
        page.QuerySelectorAll("h2").Length.ShouldBe(12);
    }

    [Fact]
    public void Names_are_text_never_markup()
    {
        var html = ReportPage.Of(Facts(Hostile), Figures(3, Hostile));
        var page = new HtmlParser().ParseDocument(html);
        page.QuerySelectorAll("script").ShouldBeEmpty();
        page.QuerySelector("h1")!.TextContent.ShouldBe("<script>alert(1)</script>\uFFFD\u202E&\"\uFFFD");
        html.ShouldNotContain("\u0001");
    }

    [Fact]
    public void The_same_pairs_give_the_same_bytes() => ReportPage.Of(Facts("x"), Figures(500)).ShouldBe(ReportPage.Of(Facts("x"), Figures(500)));

    private static ReportFacts Facts(string title) => new(
        title, [("Format", "alpaca")], [(LeaveOutReason.Duplicate, 7), (LeaveOutReason.Leak, 0)], 50, 200, [new Agreement("Ada", "Ben", 20, 0.8, 0.62)]);

    private static DatasetFigures Figures(int pairs, string key = "manual.pdf")
    {
        var figures = new DatasetFigures(pairs);
        for (var i = 0; i < pairs; i++)
        {
            figures.Add(Pair(i, key), i % 5 == 0 ? Part.Test : Part.Train);
        }

        return figures;
    }

    private static ExportedPair Pair(int i, string key) => new()
    {
        Id = new Guid(i, 0, 0, new byte[8]),
        Version = 1,
        DocumentId = new Guid(i % 40, 1, 0, new byte[8]),
        RevisionId = Guid.Empty,
        RunId = Guid.Empty,
        Context = i / 2,
        Ordinal = i % 2,
        Question = string.Create(CultureInfo.InvariantCulture, $"What is number {i}?"),
        Answer = string.Create(CultureInfo.InvariantCulture, $"Number {i} comes after number {i - 1}."),
        QuestionType = i % 3 == 0 ? "definition" : "factual",
        DocumentKey = key,
        Sha256 = "",
        Recipe = "default",
        Generator = "extractive",
        Model = "rules",
        Template = "default",
        TemplateVersion = "1",
        DecidedBy = "Ada",
        DecidedAt = DateTimeOffset.UnixEpoch.AddMinutes(i),
    };
}
