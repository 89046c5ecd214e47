using SynthDataGen.Core.Documents;
using SynthDataGen.Testing;

namespace SynthDataGen.Core.Tests.Documents;

public sealed class ScanTests : IDisposable
{
    private static readonly string Handbook = TestFiles.Sample("employee-handbook.pdf");
    private readonly TestFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task A_scan_has_the_blocks_of_its_original()
    {
        var scan = await ReadAsync(files.Write("scan.pdf", ScannedPdf.Of(Handbook, 1, 2, 3)), "eng");
        var original = (await TestFiles.ReadAsync(Handbook)).Blocks.Where(block => block.Page <= 3).ToList();
        scan.OcrPages.ShouldBe(3);
        Of(scan.Blocks, BlockKind.Heading).ShouldBe(Of(original, BlockKind.Heading));
        Of(scan.Blocks, BlockKind.Table).ShouldBe(Of(original, BlockKind.Table));

        // Here and there a letter is misread: nine in ten of the other blocks are the same to the last of them.
        var same = original.Intersect(scan.Blocks, EqualityComparer<Block>.Create((a, b) => (a?.Kind, a?.Text) == (b?.Kind, b?.Text), block => block.Text.GetHashCode(StringComparison.Ordinal))).Count();
        same.ShouldBeGreaterThan(original.Count * 9 / 10);
    }

    [Fact]
    public async Task Only_pages_without_text_are_read_by_OCR()
    {
        var (scan, mixed) = (files.Write("scan.pdf", ScannedPdf.Of(Handbook, 1)), files.Write("mixed.pdf", []));
        await Runner.RunAsync("pdfunite", [Handbook, scan, mixed], TestContext.Current.CancellationToken);
        var extraction = await ReadAsync(mixed, "eng");
        (extraction.Pages, extraction.OcrPages).ShouldBe((6, 1));
        Of(extraction.Blocks.Where(block => block.Page == 6), BlockKind.Heading).ShouldContain((1, "Employee Handbook"));
    }

    [Fact]
    public async Task A_scan_in_German_keeps_its_umlauts()
    {
        var letter = new TinyPdf().Page().Lines(72, 100, "Die Prüfmaße sind für größere Geräte gültig.", "Das Öl wird jährlich überprüft.").Build();
        var scan = await ReadAsync(files.Write("brief.pdf", ScannedPdf.Of(files.Write("letter.pdf", letter), 1)), "deu");
        scan.Blocks.ShouldHaveSingleItem().Text.ShouldBe("Die Prüfmaße sind für größere Geräte gültig. Das Öl wird jährlich überprüft.");
    }

    [Fact]
    public async Task A_language_that_is_not_installed_is_named()
    {
        var failure = await FailureAsync(ReadAsync(files.Write("scan.pdf", ScannedPdf.Of(Handbook, 1)), "eng+xyz_abc", "eng"));
        failure.Code.ShouldBe(DocumentFailure.OcrUnavailable);
        failure.Message.ShouldContain("Install tesseract-ocr-xyz-abc");
    }

    [Fact]
    public async Task A_blank_page_beside_text_asks_for_no_OCR()
    {
        OcrLanguages.TryParse("xyz", out var ocr).ShouldBeTrue();
        var path = files.Write("text.pdf", new TinyPdf().Page().Line(72, 100, "Words.").Page().Build());
        var extraction = await TestFiles.Reader().ReadAsync(new(path, "text.pdf", "", 0, ocr), TestContext.Current.CancellationToken);
        (extraction.Pages, extraction.OcrPages).ShouldBe((2, 0));
    }

    [Fact]
    public async Task Pages_without_recognised_words_are_no_text()
    {
        var failure = await FailureAsync(ReadAsync(files.Write("blank.pdf", new TinyPdf().Page().Build()), "eng"));
        failure.Code.ShouldBe(DocumentFailure.NoText);
        failure.Message.ShouldContain("OCR found none");
    }

    [Theory]
    [InlineData("MaxOcrPages", "2", DocumentFailure.TooLarge)]
    [InlineData("OcrPageTimeout", "00:00:00.1", DocumentFailure.TimedOut)]
    public async Task Exceeding_a_limit_fails_with_its_code(string limit, string value, string code)
    {
        var path = files.Write("scan.pdf", ScannedPdf.Of(Handbook, 1, 2, 3));
        (await FailureAsync(ReadAsync(path, "eng", settings: (limit, value)))).Code.ShouldBe(code);
    }

    [Fact]
    public async Task A_scan_in_Arabic_is_spelled_in_the_order_of_reading()
    {
        var path = TestFiles.FromCorpus("pdf", "right_to_left_01.pdf");
        var scan = await ReadAsync(files.Write("scan.pdf", ScannedPdf.Of(path, 1)), "ara");
        string.Join(' ', scan.Blocks.Select(block => block.Text)).ShouldContain("البرمجة بلغة");
    }

    [Fact]
    public async Task OCR_time_does_not_count_for_the_document()
    {
        var path = files.Write("scan.pdf", ScannedPdf.Of(Handbook, 1, 2, 3, 4, 5));
        var scan = await ReadAsync(path, "eng", settings: ("Timeout", "00:00:04"));
        scan.OcrPages.ShouldBe(5);
    }

    [Theory]
    [InlineData("eng", true)]
    [InlineData("deu+eng", true)]
    [InlineData("chi_sim_vert+eng", true)]
    [InlineData("", false)]
    [InlineData("english", false)]
    [InlineData("eng+", false)]
    [InlineData("../eng", false)]
    [InlineData("eng\n", false)]
    public void Languages_are_codes_joined_with_plus_signs(string text, bool good) => OcrLanguages.TryParse(text, out _).ShouldBe(good);

    private static IEnumerable<(int Level, string Text)> Of(IEnumerable<Block> blocks, BlockKind kind) =>
        blocks.Where(block => block.Kind == kind).Select(block => (block.Level, block.Text));

    private static Task<ExtractionException> FailureAsync(Task<Extraction> reading) => Should.ThrowAsync<ExtractionException>(reading);

    private static Task<Extraction> ReadAsync(string path, string languages, string? needed = null, params (string, string)[] settings)
    {
        Assert.SkipUnless(ScannedPdf.CanBeRead((needed ?? languages).Split('+')), $"tesseract with {needed ?? languages} is not installed");
        OcrLanguages.TryParse(languages, out var ocr).ShouldBeTrue();
        return TestFiles.Reader(settings).ReadAsync(new(path, Path.GetFileName(path), "", 0, ocr), TestContext.Current.CancellationToken);
    }
}
