using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Tests.Documents;

/// <summary>Malicious Word files: each is read, or fails alone with its code.</summary>
public sealed class WordHostileTests : IDisposable
{
    private readonly TestFiles files = new();

    public void Dispose() => files.Dispose();

    private Task<Extraction> ReadAsync(TinyWord word, params (string, string)[] settings) => ReadAsync(word.Build(), settings);

    private Task<Extraction> ReadAsync(byte[] content, params (string, string)[] settings)
    {
        var path = files.Write("made.docx", content);
        return TestFiles.Reader(settings).ReadAsync(new DocumentFile(path, "made.docx", "", 0), TestContext.Current.CancellationToken);
    }

    private async Task<ExtractionException> FailureAsync(TinyWord word, params (string, string)[] settings) =>
        await Should.ThrowAsync<ExtractionException>(() => ReadAsync(word, settings));

    private static string Many(int times, string part) => string.Concat(Enumerable.Repeat(part, times));

    private static byte[] WithBody(string content) =>
        TinyZip.Build(new TinyWord("").Parts().Select(part => part.Name == "word/document.xml" ? (part.Name, content) : part));

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("word/styles.xml")]
    [InlineData("word/_rels/document.xml.rels")]
    public async Task Xml_that_declares_entities_is_damaged(string name)
    {
        const string Laughs = """<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;"><!ENTITY d SYSTEM "file:///secret.txt">]><a>&c;&d;</a>""";
        var parts = new TinyWord(TinyWord.Paragraph("Words.")).Styles("").Parts().Select(part => part.Name == name ? (name, Laughs) : part);

        (await Should.ThrowAsync<ExtractionException>(() => ReadAsync(TinyZip.Build(parts)))).Code.ShouldBe(DocumentFailure.Damaged);
    }

    [Fact]
    public async Task Xml_nested_too_deep_is_damaged() =>
        (await FailureAsync(new TinyWord(TinyWord.Runs(Many(5000, "<w:ins>") + Many(5000, "</w:ins>"))))).Message.ShouldStartWith("The document nests deeper");

    [Theory]
    [InlineData("<workbook/>")]
    [InlineData("")]
    [InlineData("<w:document")]
    public async Task A_file_without_a_body_is_damaged(string body) =>
        (await Should.ThrowAsync<ExtractionException>(() => ReadAsync(WithBody(body)))).Code.ShouldBe(DocumentFailure.Damaged);

    [Fact]
    public async Task A_bomb_inside_a_document_inside_is_too_large()
    {
        var bomb = new TinyWord(TinyWord.Paragraph(new string(' ', 4 << 20))).Build();
        var outer = new TinyWord("""<w:altChunk r:id="aFChunk"/>""").To("aFChunk", "inner.docx").Build();

        (await Should.ThrowAsync<ExtractionException>(() => ReadAsync(WithEntry(outer, "word/inner.docx", bomb), ("MaxZipRatio", "100")))).Code.ShouldBe(DocumentFailure.TooLarge);
    }

    [Fact]
    public async Task A_document_in_a_document_is_read_and_one_inside_that_is_left_out()
    {
        var innermost = new TinyWord(TinyWord.Paragraph("Innermost.")).Build();
        var inner = WithEntry(new TinyWord(TinyWord.Paragraph("Inner.") + """<w:altChunk r:id="aFChunk"/>""").To("aFChunk", "inner.docx").Build(), "word/inner.docx", innermost);
        var outer = new TinyWord(TinyWord.Paragraph("Outer.") + """<w:altChunk r:id="aFChunk"/>""").To("aFChunk", "inner.docx").Build();

        var extraction = await ReadAsync(WithEntry(outer, "word/inner.docx", inner));

        extraction.Blocks.Select(block => block.Text).ShouldBe(["Outer.", "Inner."]);
        extraction.LeftOut.ShouldHaveSingleItem().Reason.ShouldBe("embedded-document");
    }

    [Fact]
    public async Task Entries_sharing_bytes_all_count()
    {
        var zip = new TinyWord(TinyWord.Paragraph("Words.")).With("image", "picture.bin", new string('x', 100_000)).Build();

        var failure = await Should.ThrowAsync<ExtractionException>(() => ReadAsync(WithSharedEntries(zip, 50), ("MaxUnzippedBytes", "1000000")));

        failure.Message.ShouldContain("bytes of unpacked content");
    }

    [Fact]
    public async Task An_entry_yields_no_more_than_its_declared_size()
    {
        var zip = new TinyWord(TinyWord.Paragraph(new string('x', 100_000))).Build();
        var place = LastDirectoryEntry(zip, "word/document.xml");
        BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(place + 24), 500);

        (await Should.ThrowAsync<ExtractionException>(() => ReadAsync(zip))).Code.ShouldBe(DocumentFailure.Damaged);
    }

    [Theory]
    [InlineData("styles")]
    [InlineData("footnotes")]
    [InlineData("comments")]
    public async Task A_part_that_is_to_be_kept_is_too_large_by_what_the_directory_says(string type)
    {
        var zip = new TinyWord(TinyWord.Paragraph("Words.")).With(type, type + ".xml", Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(10_000))).Build();
        BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(LastDirectoryEntry(zip, $"word/{type}.xml") + 24), 300 << 20);

        (await Should.ThrowAsync<ExtractionException>(() => ReadAsync(zip, ("MaxZipRatio", "100000")))).Message.ShouldContain("bytes of notes");
    }

    [Fact]
    public async Task Nothing_external_is_ever_fetched()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://{listener.LocalEndpoint}/x";
        var body = TinyWord.Paragraph("Words.") + """<w:altChunk r:id="aFChunk"/><w:subDoc r:id="subDocument"/><w:p><w:r><w:drawing><a:blip r:link="image"/><c:chart r:id="chart"/></w:drawing></w:r></w:p>""";
        var word = new TinyWord(body);
        foreach (var type in (string[])["image", "attachedTemplate", "aFChunk", "subDocument", "chart", "styles", "footnotes", "header"])
        {
            word.To(type, address, isExternal: true);
        }

        var extraction = await ReadAsync(word);

        extraction.Blocks.ShouldHaveSingleItem().Text.ShouldBe("Words.");
        listener.Pending().ShouldBeFalse();
    }

    [Theory]
    [InlineData("../../../../../../etc/passwd")]
    [InlineData("/etc/hostname")]
    [InlineData("file:///etc/hostname")]
    [InlineData("%2e%2e/%2e%2e/etc/hostname")]
    [InlineData("NULL")]
    [InlineData("http://a b:c")]
    [InlineData("")]
    public async Task A_relation_to_no_part_costs_its_own_words_alone(string target)
    {
        var body = TinyWord.Paragraph("Words.") + """<w:altChunk r:id="aFChunk"/><w:p><w:r><w:drawing><c:chart r:id="chart"/></w:drawing></w:r></w:p>""";

        var extraction = await ReadAsync(new TinyWord(body).To("aFChunk", target).To("chart", target).To("styles", target).To("image", target).To("hyperlink", target, isExternal: true));

        extraction.Blocks.ShouldHaveSingleItem().Text.ShouldBe("Words.");
    }

    [Fact]
    public async Task Entry_names_are_not_paths()
    {
        var parts = new TinyWord(TinyWord.Paragraph("Words.")).Parts().Append(("../../outside.txt", "x")).Append((@"word\..\..\outside.txt", "x")).Append(("/outside.txt", "x"));

        (await ReadAsync(TinyZip.Build(parts))).Blocks.ShouldHaveSingleItem().Text.ShouldBe("Words.");
        File.Exists(Path.Combine(Path.GetTempPath(), "outside.txt")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_million_empty_paragraphs_are_read() =>
        (await ReadAsync(new TinyWord(Many(1_000_000, "<w:p/>") + TinyWord.Paragraph("End.")), ("MaxZipRatio", "10000"))).Blocks.ShouldHaveSingleItem().Text.ShouldBe("End.");

    [Fact]
    public async Task A_timeout_stops_reading_inside_a_part() =>
        (await FailureAsync(new TinyWord(Many(10_000_000, "<w:p/>")), ("MaxZipRatio", "10000"), ("Timeout", "00:00:01"))).Code.ShouldBe(DocumentFailure.TimedOut);

    [Fact]
    public async Task A_row_of_a_hundred_thousand_cells_is_read_and_a_table_as_wide_and_long_is_too_large()
    {
        var wide = TinyWord.Row(Many(100_000, "<w:tc/>"), TinyWord.Cell(TinyWord.Paragraph("End.")));

        (await ReadAsync(new TinyWord($"<w:tbl>{wide}</w:tbl>"), ("MaxZipRatio", "10000"))).Blocks.ShouldHaveSingleItem().Text.ShouldEndWith("| End. |\n|" + Many(100_001, " --- |"));
        (await FailureAsync(new TinyWord($"<w:tbl>{wide}{Many(30, TinyWord.Row(TinyWord.Cell(TinyWord.Paragraph("x"))))}</w:tbl>"), ("MaxZipRatio", "10000"))).Message.ShouldContain("cells in one table");
    }

    [Theory]
    [InlineData("2147483647", 63)]
    [InlineData("99999999999999999999", 1)]
    [InlineData("-5", 1)]
    [InlineData("many", 1)]
    public async Task A_span_is_no_wider_than_Word_has_columns(string span, int columns)
    {
        var row = TinyWord.Row(TinyWord.Cell(TinyWord.Paragraph("a"), $"""<w:gridSpan w:val="{span}"/>"""), TinyWord.Cell(TinyWord.Paragraph("b")));

        (await ReadAsync(new TinyWord($"<w:tbl>{row}</w:tbl>"))).Blocks.ShouldHaveSingleItem().Text.ShouldBe($"|{Many(columns, " a |")} b |\n|{Many(columns + 1, " --- |")}");
    }

    [Fact]
    public async Task A_long_chain_of_merged_cells_repeats_its_label()
    {
        var first = TinyWord.Row(TinyWord.Cell(TinyWord.Paragraph("a"), """<w:vMerge w:val="restart"/>"""), TinyWord.Cell(TinyWord.Paragraph("b")));
        var next = TinyWord.Row(TinyWord.Cell("<w:p/>", "<w:vMerge/>"), TinyWord.Cell(TinyWord.Paragraph("c")));

        (await ReadAsync(new TinyWord($"<w:tbl>{first}{Many(50_000, next)}</w:tbl>"), ("MaxZipRatio", "10000"))).Blocks.ShouldHaveSingleItem().Text.ShouldBe("| a | b |\n| --- | --- |" + Many(50_000, "\n| a | c |"));
    }

    [Fact]
    public async Task Circular_styles_and_lists_are_read_as_far_as_possible()
    {
        const string Styles = """<w:style w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>""";

        var extraction = await ReadAsync(new TinyWord(TinyWord.Styled("x", "A") + TinyWord.Item("y", list: 99) + TinyWord.Item("z", level: 2147483647)).Styles(Styles).Numbering("""<w:numStyleLink w:val="A"/><w:styleLink w:val="A"/>"""));

        extraction.Blocks.Select(block => block.Text).ShouldBe(["1. x", "y", "1. z"]);
    }

    [Theory]
    [InlineData("""<w:p x="{0}"/>""", 40 << 20, "bytes in one tag or piece of text")]
    [InlineData("<w:p><w:r><w:t>{0}</w:t></w:r></w:p>", 40 << 20, "bytes in one tag or piece of text")]
    [InlineData("<w:p><!--{0}--></w:p>", 40 << 20, "bytes in one tag or piece of text")]
    public async Task A_huge_piece_of_xml_is_too_large(string body, int length, string limit) =>
        (await FailureAsync(new TinyWord(body.Replace("{0}", new string('x', length), StringComparison.Ordinal)), ("MaxZipRatio", "10000"))).Message.ShouldContain(limit);

    [Fact]
    public async Task A_paragraph_of_millions_of_runs_is_too_large() =>
        (await FailureAsync(new TinyWord(TinyWord.Runs(Many(2_100_000, "<w:r/>"))), ("MaxZipRatio", "10000"))).Message.ShouldContain("elements in one paragraph");

    [Fact]
    public async Task An_element_with_thousands_of_attributes_is_too_large() =>
        (await FailureAsync(new TinyWord($"<w:p {string.Join(' ', Enumerable.Range(0, 2000).Select(i => $"a{i}=\"\""))}/>"))).Message.ShouldContain("attributes of one element");

    private static byte[] WithEntry(byte[] zip, string name, byte[] content)
    {
        using var bytes = new MemoryStream();
        bytes.Write(zip);
        using (var archive = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = archive.CreateEntry(name).Open();
            entry.Write(content);
        }

        return bytes.ToArray();
    }

    private static int LastDirectoryEntry(byte[] zip, string name)
    {
        var place = zip.AsSpan().LastIndexOf(System.Text.Encoding.ASCII.GetBytes(name)) - 46;
        BinaryPrimitives.ReadInt32LittleEndian(zip.AsSpan(place)).ShouldBe(0x02014b50);
        return place;
    }

    /// <summary>Repeats the last entry of the archive's directory, so that many names share the same bytes.</summary>
    private static byte[] WithSharedEntries(byte[] zip, int times)
    {
        var (entry, end) = (LastDirectoryEntry(zip, "word/picture.bin"), zip.AsSpan().LastIndexOf("PK\u0005\u0006"u8));
        byte[] shared = [.. zip[..end], .. Enumerable.Range(0, times).SelectMany(_ => zip[entry..end]), .. zip[end..]];
        var trailer = shared.AsSpan(shared.Length - (zip.Length - end));
        var count = (short)(BinaryPrimitives.ReadInt16LittleEndian(trailer[8..]) + times);
        BinaryPrimitives.WriteInt16LittleEndian(trailer[8..], count);
        BinaryPrimitives.WriteInt16LittleEndian(trailer[10..], count);
        BinaryPrimitives.WriteInt32LittleEndian(trailer[12..], BinaryPrimitives.ReadInt32LittleEndian(trailer[12..]) + times * (end - entry));
        return shared;
    }
}
