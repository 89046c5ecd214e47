using Microsoft.Extensions.Options;
using SynthDataGen.Core.Documents.Extractors;
using SynthDataGen.Core.Documents.Poppler;
using SynthDataGen.Core.Review;
using SynthDataGen.Core.Tests.Documents;

namespace SynthDataGen.Core.Tests.Review;

public sealed class EvidenceBoxesTests : IDisposable
{
    private const double PageWidth = 595, PageHeight = 842;
    private readonly string path = Path.Combine(Path.GetTempPath(), $"boxes-{Guid.CreateVersion7():n}.pdf");
    private readonly PopplerPageWords poppler = new(Options.Create(new ExtractionOptions()));

    public void Dispose() => File.Delete(path);

    [Fact]
    public async Task A_quote_over_two_lines_has_a_box_on_each()
    {
        var words = await WordsAsync(new TinyPdf().Page().Lines(72, 100, "Leave is asked for eight", "weeks ahead, in writing. More."));
        var boxes = EvidenceBoxes.Find(words, "asked for eight weeks ahead");
        boxes.Count.ShouldBe(2);
        boxes[0].X.ShouldBeGreaterThan(72 / PageWidth + 0.02);
        boxes[1].X.ShouldBe(72 / PageWidth, 0.001);
        boxes.ShouldAllBe(box => box.Y > 85 / PageHeight && box.Bottom < 120 / PageHeight);
    }

    [Fact]
    public async Task A_box_begins_and_ends_with_the_quote()
    {
        var words = await WordsAsync(new TinyPdf().Page().Line(72, 100, "Leave is asked for eight weeks ahead."));
        var box = EvidenceBoxes.Find(words, "asked for").ShouldHaveSingleItem();
        box.X.ShouldBe(words.Single(word => word.Text == "asked").X, 0.001);
        box.Right.ShouldBe(words.Single(word => word.Text == "for").Right, 0.001);
    }

    [Fact]
    public async Task A_word_broken_across_lines_is_found()
    {
        var words = await WordsAsync(new TinyPdf().Page().Lines(72, 100, "The company pays for the exam-", "ination once a year."));
        EvidenceBoxes.Find(words, "pays for the examination once").Count.ShouldBe(2);
    }

    [Fact]
    public async Task Table_cells_are_found_one_by_one()
    {
        var words = await WordsAsync(new TinyPdf().Page().Row(100, (72, "Berlin"), (300, "190 euros")).Row(120, (72, "Elsewhere"), (300, "140 euros")));
        var boxes = EvidenceBoxes.Find(words, "| Elsewhere | 140 euros |");
        boxes.Count.ShouldBeInRange(1, 2);
        boxes.Min(box => box.Y).ShouldBeGreaterThan(105 / PageHeight);
        boxes.Max(box => box.Right).ShouldBeGreaterThan(310 / PageWidth);
    }

    [Fact]
    public async Task Missing_words_have_no_box()
    {
        var words = await WordsAsync(new TinyPdf().Page().Line(72, 100, "Leave is asked for in writing."));
        EvidenceBoxes.Find(words, "Bananas are yellow and sweet.").ShouldBeEmpty();
        EvidenceBoxes.Find([], "Leave").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(90)]
    [InlineData(270)]
    public async Task Boxes_follow_the_rotation_of_a_page(int turn)
    {
        var pdf = new TinyPdf().Page().Line(400, 100, "Turned words").Build();
        var turned = System.Text.Encoding.Latin1.GetString(pdf).Replace("/MediaBox [0 0 595 842]", $"/Rotate {turn} /MediaBox [0 0 595 842]", StringComparison.Ordinal);
        await File.WriteAllBytesAsync(path, System.Text.Encoding.Latin1.GetBytes(turned), TestContext.Current.CancellationToken);
        var words = await poppler.ReadAsync(path, 1, TestContext.Current.CancellationToken);
        var middle = words.Average(word => (word.Y + word.Bottom) / 2);
        // 430 points from the left edge become 430 from the top, or from the bottom, of 595.
        (turn == 90 ? middle : 1 - middle).ShouldBe(430 / PageWidth, 0.02);
    }

    [Fact]
    public async Task Only_the_requested_page_is_read()
    {
        var words = await WordsAsync(new TinyPdf().Page().Line(72, 100, "first").Page().Line(72, 100, "second"), page: 2);
        words.ShouldHaveSingleItem().Text.ShouldBe("second");
    }

    private async Task<IReadOnlyList<PageWord>> WordsAsync(TinyPdf pdf, int page = 1)
    {
        await File.WriteAllBytesAsync(path, pdf.Build(), TestContext.Current.CancellationToken);
        return await poppler.ReadAsync(path, page, TestContext.Current.CancellationToken);
    }
}
