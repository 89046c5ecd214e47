using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Documents.Extractors;
using SynthDataGen.Core.Documents.Extractors.Books;

namespace SynthDataGen.Core.Tests.Documents;

public sealed class BookContract : TextExtractorContract, IDisposable
{
    private readonly TestFiles files = new();

    protected override IDocumentExtractor Extractor => new BookExtractor(Options);
    protected override string MediaType => MediaTypes.Book;
    protected override string Document => files.Write("bees.epub", BookTests.Bees.Build());
    protected override string[] Phrases => ["Bees", "- workers", "1. Light the smoker.", "Honey", "| Month | Kilograms |", "The end."];
    protected override int LeastHeadings => 2;

    public void Dispose() => files.Dispose();
}

public sealed class BookTests : IDisposable
{
    private readonly TestFiles files = new();

    internal static TinyBook Bees => new TinyBook()
        .Chapter("text/two%20.xhtml", "<h1>Honey</h1><table><tr><th>Month</th><th>Kilograms</th></tr><tr><td>May</td><td>12</td></tr></table><p>The end.</p>")
        .Chapter("text/../one.xhtml", "<h1>Bees</h1><p><a id='x'/>A hive has</p><ul><li>workers</li></ul><ol><li>Light the smoker.</li></ol>")
        .Chapter("nav.xhtml", "<nav>Bees Honey</nav>", "nav")
        .Item("gone.xhtml");

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task Contents_and_missing_parts_are_left_out_and_counted()
    {
        var extraction = await TestFiles.ReadAsync(files.Write("bees.epub", Bees.Build()));

        extraction.LeftOut.Select(left => (left.Reason, left.Characters)).ShouldBe([("missing-part", 16), ("navigation", 9)]);
    }

    [Fact]
    public async Task The_header_of_a_chapter_is_read()
    {
        var book = new TinyBook().Chapter("one.xhtml", "<header><h2>Swarms</h2></header><p>In May.</p><script src='a.js'/><p>In June.</p>");

        var extraction = await TestFiles.ReadAsync(files.Write("swarms.epub", book.Build()));

        extraction.Blocks.Select(block => block.Text).ShouldBe(["Swarms", "In May.", "In June."]);
    }

    [Theory]
    [InlineData("http://www.w3.org/2001/04/xmlenc#aes128-cbc", DocumentFailure.Encrypted)]
    [InlineData("http://www.idpf.org/2008/embedding", DocumentFailure.NoText)]
    public async Task A_book_under_copy_protection_is_encrypted_one_with_hidden_fonts_is_not(string algorithm, string code)
    {
        var book = new TinyBook().Chapter("one.xhtml", "").Entry("META-INF/encryption.xml", $"""<encryption><EncryptedData><EncryptionMethod Algorithm="{algorithm}"/></EncryptedData></encryption>""");

        var failure = await Should.ThrowAsync<ExtractionException>(() => TestFiles.ReadAsync(files.Write("locked.epub", book.Build())));

        failure.Code.ShouldBe(code);
    }
}
