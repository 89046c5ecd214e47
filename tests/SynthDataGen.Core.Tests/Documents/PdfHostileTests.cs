using System.Diagnostics;
using System.Text;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Tests.Documents;

/// <summary>Malicious files: each is read or fails with a code, well within its time.</summary>
public sealed class PdfHostileTests : IDisposable
{
    private const string Fonts = "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>";
    private const string Read = "read";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly TestFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task A_million_pages_that_are_one_are_refused()
    {
        const int Kids = 1000;
        var leaf = $"<< /Type /Pages /Parent 2 0 R /Count {Kids} /Kids [{string.Concat(Enumerable.Repeat("4 0 R ", Kids))}] >>";
        var root = $"<< /Type /Pages /Count {Kids * Kids} /Kids [{string.Concat(Enumerable.Repeat("3 0 R ", Kids))}] >>";

        (await CodeAsync("<< /Type /Catalog /Pages 2 0 R >>", root, leaf, "<< /Type /Page /Parent 3 0 R /MediaBox [0 0 595 842] >>")).ShouldBeOneOf(DocumentFailure.TooLarge, DocumentFailure.Damaged);
    }

    [Fact]
    public async Task A_count_of_pages_that_is_not_so_does_not_harm()
    {
        (await CodeAsync("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 2000000000 /Kids [3 0 R] >>", Page(4), Content("BT /F1 10 Tf 72 700 Td (One page.) Tj ET")))
            .ShouldBeOneOf(Read, DocumentFailure.TooLarge, DocumentFailure.Damaged, DocumentFailure.NoText);
    }

    [Fact]
    public async Task A_tree_of_pages_that_bites_its_tail_ends()
    {
        (await CodeAsync("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 2 /Kids [3 0 R 2 0 R] >>", Page(4), Content("BT /F1 10 Tf 72 700 Td (One page.) Tj ET")))
            .ShouldBeOneOf(Read, DocumentFailure.Damaged, DocumentFailure.NoText);
    }

    [Fact]
    public async Task A_circular_outline_ends_and_keeps_the_text()
    {
        var pages = "<< /Type /Pages /Count 2 /Kids [4 0 R 5 0 R] >>";
        var outline = "<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>";
        var item = "<< /Title (Round and round) /Parent 3 0 R /First 7 0 R /Last 7 0 R /Next 7 0 R /Dest [4 0 R /Fit] >>";

        var extraction = await ReadAsync(
            "<< /Type /Catalog /Pages 2 0 R /Outlines 3 0 R >>", pages, outline, Page(6), Page(6), Content("BT /F1 10 Tf 72 700 Td (Some words of a page.) Tj ET"), item);

        extraction.Blocks.Select(block => block.Text).ShouldBe(["Some words of a page.", "Some words of a page."]);
    }

    [Fact]
    public async Task Control_characters_in_bookmark_titles_do_no_harm()
    {
        var pdf = new TinyPdf().Page().Bookmark("\u0001\u0007</item></outline><item page=\"99999999999\">Ghost").Line(72, 80, "Ghost").Lines(72, 120, "Words.").Page().Lines(72, 80, "More.");

        var extraction = await TestFiles.ReadAsync(files.Write("made.pdf", pdf.Build()));

        extraction.Blocks.Select(block => block.Text).ShouldBe(["Ghost", "Words.", "More."]);
    }

    [Theory]
    [InlineData("BT /F1 100000000000 Tf 72 700 Td (Huge) Tj ET BT /F1 10 Tf 72 600 Td (Usual words here) Tj ET")]
    [InlineData("BT /F1 0.0000001 Tf 72 700 Td (Nothing) Tj ET BT /F1 10 Tf 72 600 Td (Usual words here) Tj ET")]
    [InlineData("BT /F1 -10 Tf 72 700 Td (Mirrored) Tj ET BT /F1 10 Tf 72 600 Td (Usual words here) Tj ET")]
    [InlineData("BT /F1 10 Tf 1000000000 -1000000000 Td (Far away) Tj ET BT /F1 10 Tf 72 600 Td (Usual words here) Tj ET")]
    [InlineData("BT /F9 10 Tf 72 700 Td (No such font) Tj ET BT /F1 10 Tf 72 600 Td (Usual words here) Tj ET")]
    public async Task Absurd_sizes_and_fonts_leave_the_rest_readable(string content)
    {
        var extraction = await ReadAsync("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", Page(4), Content(content));

        TextComposer.Compose(extraction).Text.ShouldContain("Usual words here");
    }

    [Theory]
    [InlineData("0 0 1000000000 1000000000")]
    [InlineData("0 0 0 0")]
    [InlineData("-1000000000 -1000000000 1 1")]
    public async Task Absurd_pages_are_read_or_fail_with_a_code(string box)
    {
        var page = $"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] {Fonts} /Contents 4 0 R >>";

        (await CodeAsync("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", page, Content("BT /F1 10 Tf 72 600 Td (Usual words here) Tj ET")))
            .ShouldBeOneOf(Read, DocumentFailure.Damaged, DocumentFailure.NoText);
    }

    [Fact]
    public async Task A_page_of_a_hundred_thousand_single_letters_is_read_in_time()
    {
        var content = new StringBuilder();
        for (var i = 0; i < 100_000; i++)
        {
            content.Append($"BT /F1 1 Tf {20 + i * 7 % 550} {20 + i * 13 % 800} Td ({(char)('a' + i % 26)}) Tj ET\n");
        }

        (await CodeAsync("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", Page(4), Content(content.ToString())))
            .ShouldBeOneOf(Read, DocumentFailure.TimedOut);
    }

    [Fact]
    public async Task A_table_of_places_that_is_wrong_is_read_or_damaged()
    {
        var whole = Encoding.Latin1.GetString(new TinyPdf().Page().Lines(72, 100, "Words that stand here.").Build());
        var bent = files.Write("bent.pdf", Encoding.Latin1.GetBytes(whole.Replace(" 00000 n", "7 00000 n", StringComparison.Ordinal).Replace("startxref\n", "startxref\n9", StringComparison.Ordinal)));

        (await CodeAsync(bent)).ShouldBeOneOf(Read, DocumentFailure.Damaged);
    }

    private static string Page(int content) => $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {Fonts} /Contents {content} 0 R >>";

    private static string Content(string content) => $"<< /Length {content.Length} >>\nstream\n{content}\nendstream";

    private Task<Extraction> ReadAsync(params string[] objects) => ReadWithinAsync(files.Write("made.pdf", TinyPdf.Write(objects)));

    private Task<string> CodeAsync(params string[] objects) => CodeAsync(files.Write("made.pdf", TinyPdf.Write(objects)));

    /// <summary>The code it fails with, or <see cref="Read"/>.</summary>
    private static async Task<string> CodeAsync(string path)
    {
        try
        {
            await ReadWithinAsync(path);
            return Read;
        }
        catch (ExtractionException failure)
        {
            return failure.Code;
        }
    }

    private static async Task<Extraction> ReadWithinAsync(string path)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            return await TestFiles.Reader(("Timeout", "00:00:20")).ReadAsync(new DocumentFile(path, Path.GetFileName(path), "", 0), TestContext.Current.CancellationToken);
        }
        finally
        {
            watch.Elapsed.ShouldBeLessThan(Limit);
        }
    }
}
