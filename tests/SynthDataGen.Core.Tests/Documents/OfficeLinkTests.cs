namespace SynthDataGen.Core.Tests.Documents;

public sealed class OfficeLinkTests : IDisposable
{
    private readonly TestFiles files = new();

    public static MatrixTheoryData<string, string> Links => new MatrixTheoryData<string, string>(["docx", "pptx", "xlsx"], ["mailto:one@", "file://$x$", "http://a b:c/", "mailto:one@two@three"]);

    public void Dispose() => files.Dispose();

    [Theory]
    [MemberData(nameof(Links))]
    public async Task A_malformed_hyperlink_does_not_keep_a_file_from_being_read(string kind, string address)
    {
        var (file, part, words) = kind switch
        {
            "docx" => (new TinyWord(TinyWord.Paragraph("Words.")).Build(), "word/document.xml", "Words."),
            "pptx" => (new TinySlides().Slide(TinySlides.Title("Words.")).Build(), "ppt/slides/slide1.xml", "Words."),
            _ => (new TinyWorkbook().Sheet("Stock", "Item|Pieces", "Words.|=2").Build(), "xl/worksheets/sheet1.xml", "| Words. | 2 |"),
        };

        var extraction = await TestFiles.ReadAsync(files.Write($"made.{kind}", TinyZip.WithLink(file, part, address)));

        string.Join('\n', extraction.Blocks.Select(block => block.Text)).ShouldContain(words);
    }
}
