using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Documents.Extractors;
using SynthDataGen.Core.Documents.Extractors.Markup;
using SynthDataGen.Core.Documents.Extractors.Pdf;
using SynthDataGen.Core.Documents.Extractors.Word;

namespace SynthDataGen.Core.Tests.Documents;

public sealed class PdfContract : TextExtractorContract
{
    protected override IDocumentExtractor Extractor => new PdfExtractor(Options);
    protected override string MediaType => MediaTypes.Pdf;
    protected override string Document => TestFiles.Sample("employee-handbook.pdf");

    protected override string[] Phrases =>
    [
        "Employee Handbook", "1.2 Terms used in this handbook", "probation period of 90 days", "1. On the first day you receive your badge",
        "| Night | 22:00 | 06:00 | 30 percent |", "3.1 Annual leave", "- Safety shoes are worn", "through the alumni portal.",
    ];
}

public sealed class WordContract : TextExtractorContract
{
    protected override IDocumentExtractor Extractor => new WordExtractor(Options);
    protected override string MediaType => MediaTypes.Word;
    protected override string Document => TestFiles.Sample("travel-policy.docx");

    protected override string[] Phrases =>
    [
        "Travel and Expense Policy", "- Travel only when", "| Within Europe | Line manager | 10 working days before |", "An approval is valid for 60 days",
        "Rental cars", "| Rural areas | 95 |", "1. Photograph each receipt", "5. The travel desk checks", "before they take effect.",
    ];
}

public sealed class MarkdownContract : TextExtractorContract
{
    protected override IDocumentExtractor Extractor => new MarkdownExtractor(Options);
    protected override string MediaType => MediaTypes.Markdown;
    protected override string Document => TestFiles.Sample("operations-guide.md");

    protected override string[] Phrases =>
    [
        "Cold Store Operations Guide", "A chamber is a closed room", "| C1 | Dairy | +3 °C |", "- open deliveries", "1. The driver registers",
        "templog export F1", "5.2 Ammonia leak", "| Stock counts | Stock control | 10 years |", "however long that takes.",
    ];

    [Fact]
    public async Task Front_matter_is_left_out_and_counted()
    {
        var extraction = await ExtractAsync(TestContext.Current.CancellationToken);

        extraction.LeftOut.ShouldHaveSingleItem().Reason.ShouldBe("front-matter");
    }
}

public sealed class HtmlContract : TextExtractorContract
{
    protected override IDocumentExtractor Extractor => new HtmlExtractor(Options);
    protected override string MediaType => MediaTypes.Html;
    protected override string Document => TestFiles.Sample(Path.Combine("source", "employee-handbook.html"));

    protected override string[] Phrases =>
    [
        "Employee Handbook", "1.2 Terms used in this handbook", "1. On the first day", "| Night | 22:00 | 06:00 | 30 percent |", "- Safety shoes are worn",
        "- Visitors receive overshoes", "through the alumni portal.",
    ];
}

public sealed class PlainTextContract : TextExtractorContract, IDisposable
{
    private readonly TestFiles files = new();

    protected override IDocumentExtractor Extractor => new PlainTextExtractor(Options);
    protected override string MediaType => MediaTypes.Text;
    protected override string Document => files.Write("rules.txt", "Rules\n=====\n\nWear a helmet.\nAlways.\n\nTools\n-----\n- hammer\n- saw\n\n1. Fetch.\n2. Return.\n");
    protected override string[] Phrases => ["Rules", "Wear a helmet.", "Tools", "- hammer", "- saw", "1. Fetch.", "2. Return."];
    protected override int LeastHeadings => 2;

    public void Dispose() => files.Dispose();
}
