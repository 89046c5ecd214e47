using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Tests.Documents;

/// <summary>The structure of Word documents: headings, lists, tables, and parts other than the body.</summary>
public sealed class WordTests : IDisposable
{
    private const string Outline =
        """<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style><w:style w:type="paragraph" w:styleId="Kapitel"><w:name w:val="Kapitel"/><w:basedOn w:val="berschrift2"/></w:style><w:style w:type="paragraph" w:styleId="Titre3"><w:name w:val="Titre 3"/></w:style><w:style w:type="paragraph" w:styleId="Deep"><w:name w:val="Deep"/><w:pPr><w:outlineLvl w:val="8"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Round"><w:name w:val="Round"/><w:basedOn w:val="Round"/></w:style><w:style w:type="paragraph" w:styleId="Code"><w:name w:val="Source Code"/></w:style>""";

    private readonly TestFiles files = new();

    public void Dispose() => files.Dispose();

    private async Task<Extraction> ReadAsync(TinyWord word) => await TestFiles.ReadAsync(files.Write("made.docx", word.Build()));

    private async Task<string[]> TextsAsync(TinyWord word) => [.. (await ReadAsync(word)).Blocks.Select(block => block.Text)];

    [Theory]
    [InlineData("berschrift2", 2)]
    [InlineData("Kapitel", 2)]
    [InlineData("Titre3", 3)]
    [InlineData("Deep", 6)]
    [InlineData("Round", null)]
    [InlineData("nobody", null)]
    public async Task A_heading_is_told_by_its_style_in_any_language(string style, int? level)
    {
        var block = (await ReadAsync(new TinyWord(TinyWord.Styled("Scope", style)).Styles(Outline))).Blocks.ShouldHaveSingleItem();

        (block.Kind, block.Level).ShouldBe(level is { } at ? (BlockKind.Heading, at) : (BlockKind.Paragraph, 0));
    }

    [Fact]
    public async Task A_paragraphs_outline_level_overrides_its_style()
    {
        var body = TinyWord.Paragraph("One", """<w:outlineLvl w:val="0"/>""") + TinyWord.Paragraph("Two", """<w:pStyle w:val="Kapitel"/><w:outlineLvl w:val="9"/>""");

        (await ReadAsync(new TinyWord(body).Styles(Outline))).Blocks.Select(block => block.Kind).ShouldBe([BlockKind.Heading, BlockKind.Paragraph]);
    }

    [Fact]
    public async Task Lines_of_code_become_one_block_with_their_indents()
    {
        var body = TinyWord.Styled("if (x)", "Code") + TinyWord.Styled("    y();", "Code") + TinyWord.Paragraph("Done.");

        (await TextsAsync(new TinyWord(body).Styles(Outline))).ShouldBe(["if (x)\n    y();", "Done."]);
    }

    [Fact]
    public async Task Numbers_match_those_in_Word()
    {
        var levels = TinyWord.Level(0, "upperRoman", "Article %1.") + TinyWord.Level(1, "decimal", "%1.%2", """<w:start w:val="1"/><w:isLgl/>""") + TinyWord.Level(2, "lowerLetter", "(%3)");
        var body = TinyWord.Item("a") + TinyWord.Item("b", level: 1) + TinyWord.Item("c", level: 2) + TinyWord.Item("d", level: 2) + TinyWord.Item("e", level: 1) + TinyWord.Item("f", level: 2) + TinyWord.Item("g");

        (await TextsAsync(new TinyWord(body).Numbering(levels))).ShouldBe(["Article I. a", "1.1 b", "(a) c", "(b) d", "1.2 e", "(a) f", "Article II. g"]);
    }

    [Fact]
    public async Task A_level_that_was_skipped_is_counted()
    {
        var levels = TinyWord.Level(0, "decimal", "%1") + TinyWord.Level(1, "decimal", "%1.%2") + TinyWord.Level(2, "decimal", "%1.%2.%3");
        var body = TinyWord.Item("a") + TinyWord.Item("b", level: 2) + TinyWord.Item("c", level: 1);

        (await TextsAsync(new TinyWord(body).Numbering(levels))).ShouldBe(["1 a", "1.1.1 b", "1.2 c"]);
    }

    [Fact]
    public async Task A_level_restarts_where_its_list_says_so_and_never_where_it_says_never()
    {
        var levels = TinyWord.Level(0, "decimal", "%1") + TinyWord.Level(1, "decimal", "%2", """<w:start w:val="1"/><w:lvlRestart w:val="0"/>""");
        var body = TinyWord.Item("a") + TinyWord.Item("b", level: 1) + TinyWord.Item("c") + TinyWord.Item("d", level: 1);

        (await TextsAsync(new TinyWord(body).Numbering(levels))).ShouldBe(["1 a", "1 b", "2 c", "2 d"]);
    }

    [Fact]
    public async Task An_instance_can_change_its_lists_start_and_format()
    {
        const string Changes = """<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride><w:lvlOverride w:ilvl="1"><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="ordinal"/><w:lvlText w:val="%2"/></w:lvl></w:lvlOverride>""";
        var levels = TinyWord.Level(0, "decimal", "%1.") + TinyWord.Level(1, "bullet", "•");
        var body = TinyWord.Item("a") + TinyWord.Item("b", level: 1) + TinyWord.Item("c", list: 2) + TinyWord.Item("d", list: 2, level: 1) + TinyWord.Item("e", list: 2);

        (await TextsAsync(new TinyWord(body).Numbering(levels, Changes))).ShouldBe(["1. a", "- b", "5. c", "1st d", "6. e"]);
    }

    [Fact]
    public async Task A_list_without_a_start_begins_at_zero_and_bullets_show_no_number_below_them()
    {
        var levels = TinyWord.Level(0, "decimal", "%1.", more: "") + TinyWord.Level(1, "bullet", "•") + TinyWord.Level(2, "decimal", "%1.%2.%3");
        var body = TinyWord.Item("a") + TinyWord.Item("b", level: 1) + TinyWord.Item("c", level: 2);

        (await TextsAsync(new TinyWord(body).Numbering(levels))).ShouldBe(["0. a", "- b", "0..1 c"]);
    }

    [Fact]
    public async Task Empty_items_count_and_number_table_rows()
    {
        var row = TinyWord.Row(TinyWord.Cell(TinyWord.Runs("", TinyWord.Numbered())), TinyWord.Cell(TinyWord.Paragraph("x")));
        var body = TinyWord.Item("a") + TinyWord.Runs("", TinyWord.Numbered()) + TinyWord.Item("c") + $"<w:tbl>{row}{row}</w:tbl>";

        (await TextsAsync(new TinyWord(body).Numbering(TinyWord.Level(0, "decimal", "%1.")))).ShouldBe(["1. a", "3. c", "| 4. | x |\n| --- | --- |\n| 5. | x |"]);
    }

    [Fact]
    public async Task A_style_puts_its_paragraphs_into_its_list()
    {
        const string Styles = """<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>""";
        var levels = TinyWord.Level(0, "decimal", "%1.") + TinyWord.Level(1, "lowerLetter", "%2)", """<w:start w:val="1"/><w:pStyle w:val="Clause"/>""");
        var body = TinyWord.Item("a") + TinyWord.Styled("b", "Clause") + TinyWord.Paragraph("c", """<w:pStyle w:val="Clause"/><w:numPr><w:numId w:val="0"/></w:numPr>""");

        (await TextsAsync(new TinyWord(body).Styles(Styles).Numbering(levels))).ShouldBe(["1. a", "a) b", "c"]);
    }

    [Fact]
    public async Task A_merged_cell_stands_in_every_place_it_covers()
    {
        var rows = TinyWord.Row(TinyWord.Cell(TinyWord.Paragraph("Zone"), """<w:vMerge w:val="restart"/>"""), TinyWord.Cell(TinyWord.Paragraph("Rate"), """<w:gridSpan w:val="2"/>"""))
            + TinyWord.Row(TinyWord.Cell("<w:p/>", "<w:vMerge/>"), TinyWord.Cell(TinyWord.Paragraph("Day"), """<w:hMerge w:val="restart"/>"""), TinyWord.Cell("<w:p/>", """<w:hMerge w:val="continue"/>"""));

        (await TextsAsync(new TinyWord($"<w:tbl>{rows}</w:tbl>"))).ShouldBe(["| Zone | Rate | Rate |\n| --- | --- | --- |\n| Zone | Day | Day |"]);
    }

    [Fact]
    public async Task A_table_in_a_cell_is_read_in_its_place_and_one_of_single_cells_as_text()
    {
        var nested = TinyWord.Row(TinyWord.Cell(TinyWord.Paragraph("a")), TinyWord.Cell(TinyWord.Paragraph("b") + TinyWord.Table("c|d") + TinyWord.Paragraph("e")));
        var frame = TinyWord.Row(TinyWord.Cell(TinyWord.Paragraph("f") + TinyWord.Table("g|h") + TinyWord.Paragraph("i")));

        (await TextsAsync(new TinyWord($"<w:tbl>{nested}</w:tbl><w:tbl>{frame}</w:tbl>")))
            .ShouldBe(["| a | b c d e |\n| --- | --- |", "f", "| g | h |\n| --- | --- |", "i"]);
    }

    [Fact]
    public async Task Rows_and_cells_in_content_controls_are_read_and_deleted_rows_are_left_out()
    {
        var controlled = $"<w:sdt><w:sdtPr/><w:sdtContent><w:tr>{TinyWord.Cell(TinyWord.Paragraph("a"))}<w:sdt><w:sdtContent>{TinyWord.Cell(TinyWord.Paragraph("b"))}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt>";
        var deleted = $"<w:tr><w:trPr><w:del/></w:trPr>{TinyWord.Cell(TinyWord.Paragraph("gone"))}</w:tr>";

        var extraction = await ReadAsync(new TinyWord($"<w:tbl>{controlled}{deleted}</w:tbl>"));

        extraction.Blocks.ShouldHaveSingleItem().Text.ShouldBe("| a | b |\n| --- | --- |");
        extraction.LeftOut.ShouldHaveSingleItem().ShouldBe(new LeftOut("deleted-text", 4, "gone"));
    }

    [Fact]
    public async Task Pages_continue_inside_paragraphs_and_between_table_rows()
    {
        const string Break = "<w:r><w:lastRenderedPageBreak/></w:r>";
        var row = TinyWord.Row(TinyWord.Cell(TinyWord.Runs(Break + TinyWord.Run("c"))), TinyWord.Cell(TinyWord.Runs(Break + TinyWord.Run("d"))));
        var body = TinyWord.Runs(TinyWord.Run("One ") + Break + TinyWord.Run("two")) + $"<w:tbl>{TinyWord.Row(TinyWord.Cell(TinyWord.Paragraph("a")), TinyWord.Cell(TinyWord.Paragraph("b")))}{row}</w:tbl>";

        var extraction = await ReadAsync(new TinyWord(body));

        extraction.Pages.ShouldBe(3);
        extraction.Blocks.Select(block => (block.Page, block.Breaks![0])).ShouldBe([(1, new PageBreak(4, 2)), (2, new PageBreak("| a | b |\n| --- | --- |\n".Length, 3))]);
    }

    [Fact]
    public async Task A_strict_document_reads_as_a_transitional_one()
    {
        var word = new TinyWord(TinyWord.Styled("Scope", "berschrift2") + TinyWord.Item("first")).Styles(Outline).Numbering(TinyWord.Level(0, "decimal", "%1.")).AsStrict();

        (await ReadAsync(word)).Blocks.ShouldBe([new Block(BlockKind.Heading, "Scope", 1, 2), new Block(BlockKind.ListItem, "1. first", 1, 1)], ignoreOrder: false);
    }

    [Fact]
    public async Task A_chart_is_read_as_its_table_and_a_diagram_as_a_list()
    {
        const string Chart = """<c:chartSpace xmlns:c="c" xmlns:a="a"><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Sales</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:bar3DChart><c:ser><c:tx><c:strRef><c:strCache><c:pt idx="0"><c:v>2025</c:v></c:pt></c:strCache></c:strRef></c:tx><c:cat><c:pt idx="0"><c:v>Spring</c:v></c:pt></c:cat><c:val><c:pt idx="0"><c:v>4.4000000000000004</c:v></c:pt><c:pt idx="1"><c:v>7</c:v></c:pt></c:val></c:ser></c:bar3DChart></c:plotArea></c:chart></c:chartSpace>""";
        const string Diagram = """<d:dataModel xmlns:d="d" xmlns:a="a"><d:ptLst><d:pt><d:t><a:p><a:r><a:t>Plan</a:t></a:r></a:p></d:t></d:pt><d:pt/></d:ptLst></d:dataModel>""";
        var body = TinyWord.Runs("""<w:r><w:drawing><c:chart r:id="chart"/></w:drawing></w:r><w:r><w:drawing><dgm:relIds r:dm="diagramData"/></w:drawing></w:r>""");

        (await TextsAsync(new TinyWord(body).With("chart", "charts/chart1.xml", Chart).With("diagramData", "diagrams/data1.xml", Diagram)))
            .ShouldBe(["Bar chart: Sales", "| | 2025 |\n| --- | --- |\n| Spring | 4.4 |\n| | 7 |", "- Plan"]);
    }

    [Fact]
    public async Task Embedded_documents_are_read_or_left_out_and_counted()
    {
        const string Chunks = """<w:altChunk r:id="html"/><w:altChunk r:id="rtf"/><w:altChunk r:id="linked"/><w:subDoc r:id="nothing"/>""";
        var word = new TinyWord(TinyWord.Paragraph("Before.") + Chunks + TinyWord.Paragraph("After."))
            .With("html", "one.html", "<html><body><nav>Home</nav><h2>Report</h2><p>All well.</p></body></html>").With("rtf", "two.rtf", @"{\rtf1 Hello}").To("linked", "https://example.invalid/three.html", isExternal: true);

        var extraction = await ReadAsync(word);

        extraction.Blocks.Select(block => block.Text).ShouldBe(["Before.", "Report", "All well.", "After."]);
        extraction.LeftOut.Select(left => (left.Reason, left.Characters)).ShouldBe([("navigation", 4), ("embedded-document", 12), ("linked-document", 34)]);
    }

    [Theory]
    [InlineData("quoted-printable", "<p>A =\r\ncaf=C3=A9.</p>")]
    [InlineData("base64", "PHA+QSBjYWbD\r\nqS48L3A+\r\n")]
    [InlineData("8bit", "<p>A café.</p>")]
    public async Task A_web_archive_inside_is_read_in_its_place(string encoding, string page)
    {
        var archive = $"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"cut\"\r\n\r\n--cut\r\nContent-Type: image/png\r\n\r\nxx\r\n--cut\r\nContent-Type: text/html;\r\n\tcharset=\"utf-8\"\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{page}\r\n--cut--";

        (await TextsAsync(new TinyWord("""<w:altChunk r:id="aFChunk"/>""" + TinyWord.Paragraph("After.")).With("aFChunk", "page.mht", archive))).ShouldBe(["A café.", "After."]);
    }

    [Fact]
    public async Task A_web_archive_without_a_page_is_left_out() =>
        (await ReadAsync(new TinyWord("""<w:altChunk r:id="aFChunk"/>""" + TinyWord.Paragraph("After.")).With("aFChunk", "page.mht", "No head"))).LeftOut.ShouldHaveSingleItem().ShouldBe(new LeftOut("embedded-document", 6, "No head"));
}
