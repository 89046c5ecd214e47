using System.Text;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Documents.Extractors;
using SynthDataGen.Core.Documents.Extractors.Sheets;

namespace SynthDataGen.Core.Tests.Documents;

public sealed class CsvContract : TextExtractorContract, IDisposable
{
    private readonly TestFiles files = new();

    protected override IDocumentExtractor Extractor => new CsvExtractor(Options);
    protected override string MediaType => MediaTypes.Csv;
    protected override string Document => files.Write("stock.csv", "Stock of March\n\nItem;Price\nBolt;1,20\n\"Nut; small\";0,10\n");
    protected override string[] Phrases => ["Stock of March", "| Item | Price |", "| Bolt | 1,20 |", "| Nut; small | 0,10 |"];
    protected override int LeastHeadings => 0;
    protected override string[] ListMarks => [];

    public void Dispose() => files.Dispose();
}

public sealed class CsvTests : IDisposable
{
    private const string Table = "| Name | Words |\n| --- | --- |\n| Jörg | a, b |";

    private readonly TestFiles files = new();

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData("a.csv", "Name,Words\nJörg,\"a, b\"\n")]
    [InlineData("a.csv", "Name;Words\r\nJörg;a, b\r\n")]
    [InlineData("a.csv", "Name|Words\nJörg|a, b")]
    [InlineData("a.csv", "sep=;\nName;Words\nJörg;a, b")]
    [InlineData("a.tsv", "Name\tWords\nJörg\ta, b\n")]
    [InlineData("a.csv", "\"Name\",\"Words\"\n\"Jörg\",\"a,\nb\"\n")]
    public async Task The_delimiter_is_detected_from_the_records(string name, string content)
    {
        var extraction = await TestFiles.ReadAsync(files.Write(name, content));

        extraction.Blocks.ShouldHaveSingleItem().Text.ShouldBe(Table);
    }

    [Fact]
    public async Task Tables_are_read_in_the_encoding_they_have()
    {
        byte[][] contents = [Encoding.Latin1.GetBytes("Name;Words\nJörg;a, b"), [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Name;Words\nJörg;a, b")]];

        var texts = await Task.WhenAll(contents.Select((content, i) => TestFiles.ReadAsync(files.Write($"{i}.csv", content))));

        texts.ShouldAllBe(extraction => extraction.Blocks[0].Text == Table);
    }

    [Fact]
    public async Task Doubled_quotes_are_one_and_lone_quotes_are_literal()
    {
        var extraction = await TestFiles.ReadAsync(files.Write("a.csv", "Name,Size\n\"19\"\" rack\",big\n\"open,3\nshelf,2\n"));

        extraction.Blocks.ShouldHaveSingleItem().Text.ShouldEndWith("| 19\" rack | big |\n| \"open | 3 |\n| shelf | 2 |");
    }
}
