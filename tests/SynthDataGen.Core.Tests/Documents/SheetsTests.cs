using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Documents.Extractors;
using SynthDataGen.Core.Documents.Extractors.Sheets;

namespace SynthDataGen.Core.Tests.Documents;

public sealed class SheetsContract : TextExtractorContract, IDisposable
{
    private readonly TestFiles files = new();

    protected override IDocumentExtractor Extractor => new SheetsExtractor(Options);
    protected override string MediaType => MediaTypes.Sheets;
    protected override string Document => files.Write("stock.xlsx", SheetsTests.Stock.Build());
    protected override string[] Phrases => ["Stock", "As of the end of March", "| Item | Pieces |\n| --- | --- |\n| Bolt | 1200 |\n| Nut | 80 |", "Suppliers", "| Bolt & Co. | Ulm |"];
    protected override int LeastHeadings => 2;
    protected override string[] ListMarks => [];

    public void Dispose() => files.Dispose();
}

public sealed class SheetsTests : IDisposable
{
    private readonly TestFiles files = new();

    internal static TinyWorkbook Stock => new TinyWorkbook()
        .Sheet("Stock", "As of the end of March", "", "Item|Pieces", "Bolt|=1200", "", "Nut|=80")
        .Sheet("Suppliers", "Name|Town", "Bolt &amp; Co.|Ulm");

    public void Dispose() => files.Dispose();

    private Task<Extraction> ReadAsync(TinyWorkbook workbook) => TestFiles.ReadAsync(files.Write("made.xlsx", workbook.Build()));

    [Theory]
    [InlineData("yyyy-mm-dd", "46082", "2026-03-01")]
    [InlineData("d. mmmm yyyy h:mm", "46082.5", "2026-03-01 12:00")]
    [InlineData("h:mm AM/PM", "0.75", "18:00")]
    [InlineData("[h]:mm", "1.5", "36:00")]
    [InlineData("0.0%", "0.1234", "12.3%")]
    [InlineData("#,##0.00", "1234567.891", "1,234,567.89")]
    [InlineData("#,##0.00\" €\"", "-12.5", "-12.50 €")]
    [InlineData("[$£-809]#,##0", "1500", "£1,500")]
    [InlineData("0.00", "2.675", "2.68")]
    [InlineData("General", "0.30000000000000004", "0.3")]
    [InlineData("# ?/?", "0.5", "0.5")]
    public async Task Numbers_and_dates_are_written_as_they_are_shown(string format, string value, string shown)
    {
        var extraction = await ReadAsync(new TinyWorkbook(format).Sheet("S", "Name|Value", $"x|={value}:1"));

        extraction.Blocks[1].Text.ShouldEndWith($"| x | {shown} |");
    }

    [Fact]
    public async Task Hidden_sheets_are_left_out_and_counted()
    {
        var extraction = await ReadAsync(Stock.Sheet("Wages", "veryHidden", [], "Name|Wage", "Anna|=4000"));

        extraction.LeftOut.ShouldBe([new LeftOut("hidden-sheet", 16, "Name")]);
        extraction.Blocks.ShouldNotContain(block => block.Text.Contains("Anna"));
    }

    [Fact]
    public async Task Merged_cells_are_repeated_in_every_row_they_cover()
    {
        var extraction = await ReadAsync(new TinyWorkbook().Sheet("S", "visible", ["A1:B1", "A3:A4"], "Title", "Day|Shift", "Mon|early", "|late"));

        extraction.Blocks.Skip(1).Select(block => block.Text).ShouldBe(["Title", "| Day | Shift |\n| --- | --- |\n| Mon | early |\n| Mon | late |"]);
    }

    [Fact]
    public async Task A_cell_merged_over_heads_stands_over_each_of_them()
    {
        var extraction = await ReadAsync(new TinyWorkbook().Sheet("S", "visible", ["B1:C1", "B3:C3"], "|2026|", "Town|Spring|Fall", "Ulm|=7|", "Bonn|=1|=2"));

        extraction.Blocks[1].Text.ShouldBe("| | 2026 | 2026 |\n| --- | --- | --- |\n| Town | Spring | Fall |\n| Ulm | 7 | 7 |\n| Bonn | 1 | 2 |");
    }

    [Fact]
    public async Task Side_by_side_tables_are_separate()
    {
        var extraction = await ReadAsync(new TinyWorkbook().Sheet("S", "Name|Town", "Anna|Ulm||Item|Pieces", "Jan|Bonn||Bolt|=7"));

        extraction.Blocks.Skip(1).Select(block => block.Text.Split('\n')[0]).ShouldBe(["| Name | Town |", "| Item | Pieces |"]);
    }

    [Fact]
    public async Task A_table_without_a_head_gets_an_empty_one()
    {
        var extraction = await ReadAsync(new TinyWorkbook().Sheet("S", "Bolt|=1", "Nut|=2"));

        extraction.Blocks[1].Text.ShouldBe("| | |\n| --- | --- |\n| Bolt | 1 |\n| Nut | 2 |");
    }

    [Fact]
    public async Task Empty_columns_between_cells_are_dropped()
    {
        var extraction = await ReadAsync(new TinyWorkbook().Sheet("S", "Name||||Town", "Anna||||Ulm"));

        extraction.Blocks[1].Text.ShouldBe("| Name | Town |\n| --- | --- |\n| Anna | Ulm |");
    }

    [Fact]
    public async Task A_sheet_with_too_many_cells_is_too_large()
    {
        var path = files.Write("wide.xlsx", new TinyWorkbook().Sheet("S", [.. Enumerable.Range(0, 20).Select(_ => "a|b|c|d|e|f")]).Build());

        var failure = await Should.ThrowAsync<ExtractionException>(() => TestFiles.Reader(("MaxCells", "100")).ReadAsync(new DocumentFile(path, "wide.xlsx", "", 0), TestContext.Current.CancellationToken));

        failure.Code.ShouldBe(DocumentFailure.TooLarge);
    }
}
