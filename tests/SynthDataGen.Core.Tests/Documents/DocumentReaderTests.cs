using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Tests.Documents;

public sealed class DocumentReaderTests : IDisposable
{
    private readonly TestFiles files = new();

    public void Dispose() => files.Dispose();

    private static async Task<ExtractionException> FailureAsync(string path, params (string, string)[] settings)
    {
        var file = new DocumentFile(path, Path.GetFileName(path), "", 0);
        return await Should.ThrowAsync<ExtractionException>(() => TestFiles.Reader(settings).ReadAsync(file, TestContext.Current.CancellationToken));
    }

    public static TheoryData<string, string, byte[]> Broken => new()
    {
        { "nothing.pdf", DocumentFailure.Empty, [] },
        { "words.pdf", DocumentFailure.Damaged, "only words"u8.ToArray() },
        { "cut.pdf", DocumentFailure.Damaged, "%PDF-1.7\n1 0 obj << /Type /Cata"u8.ToArray() },
        { "words.docx", DocumentFailure.Damaged, "only words"u8.ToArray() },
        { "cut.docx", DocumentFailure.Damaged, [.. "PK\u0003\u0004"u8, 1, 2, 3, 4] },
        { "locked.docx", DocumentFailure.Encrypted, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0] },
        { "cut.pptx", DocumentFailure.Damaged, [.. "PK\u0003\u0004"u8, 1, 2, 3, 4] },
        { "words.xlsx", DocumentFailure.Damaged, "only words"u8.ToArray() },
        { "locked.xlsx", DocumentFailure.Encrypted, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0] },
        { "empty.epub", DocumentFailure.Damaged, TinyZip.Build([("mimetype", "application/epub+zip")]) },
        { "blank.csv", DocumentFailure.NoText, ";;\n;;\n"u8.ToArray() },
        { "old.doc", DocumentFailure.Unsupported, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0] },
        { "picture.png", DocumentFailure.Unsupported, [0x89, 0x50, 0x4E, 0x47, 0, 0, 0] },
        { "blank.md", DocumentFailure.NoText, " \n \n"u8.ToArray() },
        { "scan.pdf", DocumentFailure.NoText, new TinyPdf().Page().Page().Build() },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_file_that_cannot_be_read_fails_with_its_code(string name, string code, byte[] content)
    {
        var failure = await FailureAsync(files.Write(name, content));

        failure.Code.ShouldBe(code);
        failure.Message.ShouldEndWith(".");
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_too_large()
    {
        var failure = await FailureAsync(files.Write("long.txt", new string('a', 2000)), ("MaxFileBytes", "1000"));

        failure.Code.ShouldBe(DocumentFailure.TooLarge);
    }

    [Fact]
    public async Task A_pdf_with_too_many_pages_is_too_large()
    {
        var failure = await FailureAsync(files.Write("pages.pdf", new TinyPdf().Page().Page().Page().Build()), ("MaxPages", "2"));

        failure.Code.ShouldBe(DocumentFailure.TooLarge);
    }

    [Theory]
    [InlineData("bomb.docx", "word/document.xml")]
    [InlineData("bomb.pptx", "ppt/slides/slide1.xml")]
    [InlineData("bomb.xlsx", "xl/worksheets/sheet1.xml")]
    [InlineData("bomb.epub", "OEBPS/one.xhtml")]
    public async Task A_zip_bomb_is_too_large(string name, string part)
    {
        var failure = await FailureAsync(files.Write(name, TinyZip.Build([(part, new string(' ', 4 << 20))])), ("MaxZipRatio", "100"));

        failure.Code.ShouldBe(DocumentFailure.TooLarge);
    }

    [Theory]
    [InlineData("deep.pptx", "ppt/slides/slide1.xml")]
    [InlineData("deep.xlsx", "xl/worksheets/sheet1.xml")]
    [InlineData("deep.epub", "META-INF/container.xml")]
    public async Task Xml_nested_too_deep_is_damaged(string name, string part)
    {
        var nested = string.Concat(Enumerable.Repeat("<a>", 5000)) + string.Concat(Enumerable.Repeat("</a>", 5000));

        var failure = await FailureAsync(files.Write(name, TinyZip.Build([(part, nested)])));

        failure.Message.ShouldStartWith("The document nests deeper");
    }

    [Fact]
    public async Task A_hyperlink_that_is_no_address_does_not_spoil_its_document()
    {
        var relations = new TinySlides().Slide(TinySlides.Title("Words")).Parts().Select(part => (part.Name, part.Content.Replace(
            part.Name.StartsWith("ppt/", StringComparison.Ordinal) ? "</Relationships>" : "nothing",
            """<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="http://a b:c" TargetMode="External"/></Relationships>""",
            StringComparison.Ordinal)));

        var extraction = await TestFiles.ReadAsync(files.Write("link.pptx", TinyZip.Build(relations)));

        extraction.Blocks.ShouldHaveSingleItem().Text.ShouldBe("Words");
    }

    [Theory]
    [InlineData("laughs.pptx", "ppt/presentation.xml")]
    [InlineData("laughs.xlsx", "xl/workbook.xml")]
    [InlineData("laughs.epub", "META-INF/container.xml")]
    public async Task Xml_that_declares_entities_is_damaged(string name, string part)
    {
        var laughs = """<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;"><!ENTITY d SYSTEM "file:///secret.txt">]><a>&c;&d;</a>""";

        var failure = await FailureAsync(files.Write(name, TinyZip.Build([(part, laughs)])));

        failure.Code.ShouldBe(DocumentFailure.Damaged);
    }

    [Fact]
    public async Task Very_deeply_nested_html_is_still_read()
    {
        var html = $"<html><body>{string.Concat(Enumerable.Repeat("<div>", 20_000))}at the bottom";

        var extraction = await TestFiles.ReadAsync(files.Write("deep.html", html));

        extraction.Blocks.ShouldHaveSingleItem().Text.ShouldBe("at the bottom");
    }

    [Fact]
    public async Task A_name_with_quotes_spaces_and_dots_is_only_a_name()
    {
        var path = files.Write("it's \"odd\" $(id) ü.pdf", new TinyPdf().Page().Line(72, 100, "Words.").Build());

        var extraction = await TestFiles.Reader().ReadAsync(new DocumentFile(path, "../../it's.pdf", "", 0), TestContext.Current.CancellationToken);

        extraction.Blocks.ShouldHaveSingleItem().Text.ShouldBe("Words.");
    }

    [Fact]
    public async Task A_pdf_named_as_text_is_read_as_pdf()
    {
        var extraction = await TestFiles.ReadAsync(files.Write("really.txt", new TinyPdf().Page().Line(72, 100, "Words.").Build()));

        extraction.Blocks.ShouldHaveSingleItem().Text.ShouldBe("Words.");
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x47, 0, 0xFC, 0, 0x74, 0 })]
    [InlineData(new byte[] { 0x47, 0xC3, 0xBC, 0x74 })]
    [InlineData(new byte[] { 0x47, 0xFC, 0x74 })]
    public async Task Text_is_read_in_the_encoding_it_has(byte[] content)
    {
        var extraction = await TestFiles.ReadAsync(files.Write("a.txt", content));

        extraction.Blocks.ShouldHaveSingleItem().Text.ShouldBe("Güt");
    }

    [Fact]
    public async Task Html_leaves_out_scripts_and_navigation_and_counts_them()
    {
        const string Html = "<html><body><nav>Home</nav><h1>Title</h1><script>alert(1)</script><p>See <b>th</b>is.</p></body></html>";

        var extraction = await TestFiles.ReadAsync(files.Write("page.html", Html));

        extraction.Blocks.Select(block => block.Text).ShouldBe(["Title", "See this."]);
        extraction.LeftOut.Select(left => (left.Reason, left.Characters)).ShouldBe([("navigation", 4), ("script", 8)]);
    }
}
