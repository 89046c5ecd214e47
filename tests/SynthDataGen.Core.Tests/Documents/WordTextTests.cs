using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Tests.Documents;

/// <summary>The words of Word's paragraphs: what is shown, and what is left out and counted.</summary>
public sealed class WordTextTests : IDisposable
{
    private readonly TestFiles files = new();

    public void Dispose() => files.Dispose();

    private async Task<Extraction> ReadAsync(TinyWord word) => await TestFiles.ReadAsync(files.Write("made.docx", word.Build()));

    private async Task<string> TextAsync(string runs) => string.Join('\n', (await ReadAsync(new TinyWord(TinyWord.Runs(runs)))).Blocks.Select(block => block.Text));

    [Theory]
    [InlineData("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t><w:br/><w:t>e</w:t></w:r>", "a b-cd\ne")]
    [InlineData("""<w:r><w:t>a</w:t></w:r><w:r><w:t> </w:t></w:r><w:r><w:t>b</w:t></w:r>""", "a b")]
    [InlineData("""<w:r><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Webdings" w:char="F061"/><w:sym w:font="Arial" w:char="00A7"/></w:r>""", "α✓•§")]
    [InlineData("""<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>&#xF0B0;C</w:t></w:r>""", "°C")]
    [InlineData("""<w:r><w:ruby><w:rt><w:r><w:t>kan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby></w:r>""", "漢")]
    [InlineData("""<w:smartTag><w:r><w:t>in </w:t></w:r><w:smartTag><w:smartTagPr/><w:r><w:t>Egypt</w:t></w:r></w:smartTag></w:smartTag>""", "in Egypt")]
    [InlineData("""<w:bdo w:val="rtl"><w:customXml><w:sdt><w:sdtContent><w:r><w:t>deep</w:t></w:r></w:sdtContent></w:sdt></w:customXml></w:bdo>""", "deep")]
    public async Task Signs_and_wrappers_are_read_as_they_are_shown(string runs, string text) => (await TextAsync(runs)).ShouldBe(text);

    [Theory]
    [InlineData("10", "6", "10^6")]
    [InlineData("m", "2", "m^2")]
    [InlineData("10", "-3", "10^-3")]
    [InlineData("1", "st", "1st")]
    [InlineData("end.", "4", "end.4")]
    public async Task A_power_does_not_run_into_its_base(string before, string raised, string text) =>
        (await TextAsync(TinyWord.Run(before) + TinyWord.Run(raised, """<w:vertAlign w:val="superscript"/>"""))).ShouldBe(text);

    [Theory]
    [InlineData("""<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt>""", "[x] Tea")]
    [InlineData("""<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>""", "[ ] Tea")]
    [InlineData("""<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>""", "[x] Tea")]
    [InlineData("""<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Green"/><w:listEntry w:val="Black"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>""", "Black Tea")]
    public async Task Forms_show_the_chosen_values(string control, string text) => (await TextAsync(control + TinyWord.Run(" Tea"))).ShouldBe(text);

    [Fact]
    public async Task A_field_shows_its_result_and_not_its_code()
    {
        const string Nested = """<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>4711</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>shown</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>""";

        (await TextAsync(TinyWord.Run("Is ") + Nested + """<w:fldSimple w:instr="REF x"><w:r><w:t> here</w:t></w:r></w:fldSimple>""")).ShouldBe("Is shown here");
    }

    [Fact]
    public async Task A_field_that_never_ends_takes_no_words_with_it() =>
        (await TextAsync("""<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>""" + TinyWord.Run("kept"))).ShouldBe("kept");

    [Theory]
    [InlineData("the portal", "https://hr.example.com/leave", "the portal (https://hr.example.com/leave)")]
    [InlineData("hr.example.com", "https://hr.example.com/", "hr.example.com")]
    [InlineData("Jane", "mailto:jane@example.com", "Jane")]
    public async Task A_link_has_its_address_where_its_words_do_not_say_it(string words, string address, string text)
    {
        var element = $"""<w:hyperlink r:id="hyperlink">{TinyWord.Run(words)}</w:hyperlink>""";
        var field = $"""<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "{address}"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{TinyWord.Run(words)}<w:r><w:fldChar w:fldCharType="end"/></w:r>""";

        var extraction = await ReadAsync(new TinyWord(TinyWord.Runs(element) + TinyWord.Runs(field)).To("hyperlink", address, isExternal: true));

        extraction.Blocks.Select(block => block.Text).ShouldBe([text, text]);
    }

    [Fact]
    public async Task A_link_in_two_pieces_has_its_address_once_and_a_very_long_one_is_left_out()
    {
        var pieces = $"""<w:hyperlink r:id="hyperlink">{TinyWord.Run("on")}</w:hyperlink><w:hyperlink r:id="hyperlink">{TinyWord.Run("line")}</w:hyperlink><w:hyperlink r:id="long">{TinyWord.Run(" here")}</w:hyperlink>""";
        var word = new TinyWord(TinyWord.Runs(pieces)).To("hyperlink", "https://a.example", isExternal: true).To("long", "https://b.example/" + new string('x', 100), isExternal: true);

        var extraction = await ReadAsync(word);

        extraction.Blocks.ShouldHaveSingleItem().Text.ShouldBe("online (https://a.example) here");
        extraction.LeftOut.ShouldHaveSingleItem().Reason.ShouldBe("link-address");
    }

    [Fact]
    public async Task Tracked_changes_are_read_as_accepted()
    {
        var body = TinyWord.Runs($"{TinyWord.Run("Wear ")}<w:del><w:r><w:delText>no </w:delText></w:r></w:del><w:ins>{TinyWord.Run("a ")}<w:del><w:r><w:delText>red </w:delText></w:r></w:del></w:ins>{TinyWord.Run("helmet")}")
            + TinyWord.Runs($"<w:moveFrom>{TinyWord.Run("Moved.")}</w:moveFrom>", "<w:rPr><w:moveFrom/></w:rPr>") + TinyWord.Runs($"<w:moveTo>{TinyWord.Run("Moved.")}</w:moveTo>");

        var extraction = await ReadAsync(new TinyWord(body));

        extraction.Blocks.Select(block => block.Text).ShouldBe(["Wear a helmet", "Moved."]);
        extraction.LeftOut.ShouldHaveSingleItem().ShouldBe(new LeftOut("deleted-text", 11, "no red"));
    }

    [Theory]
    [InlineData("<w:rPr><w:del/></w:rPr>")]
    [InlineData("""<w:framePr w:dropCap="drop"/>""")]
    public async Task A_paragraph_whose_end_is_not_there_goes_on_in_the_next(string properties)
    {
        var body = TinyWord.Paragraph("On", properties) + TinyWord.Styled("ce.", "Title") + TinyWord.Table("a|b") + TinyWord.Paragraph("Last", properties);
        var word = new TinyWord(body).Styles("""<w:style w:styleId="Title"><w:name w:val="Title"/></w:style>""");

        (await ReadAsync(word)).Blocks.Select(block => (block.Kind, block.Text)).ShouldBe([(BlockKind.Heading, "Once."), (BlockKind.Table, "| a | b |\n| --- | --- |"), (BlockKind.Paragraph, "Last")]);
    }

    [Fact]
    public async Task Hidden_words_are_left_out_by_run_and_by_style()
    {
        const string Styles = """<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>""";
        var body = TinyWord.Runs(TinyWord.Run("a", "<w:vanish/>") + TinyWord.Run("b", """<w:rStyle w:val="Secret"/>""") + TinyWord.Run("c", """<w:rStyle w:val="Secret"/><w:vanish w:val="0"/>"""));

        var extraction = await ReadAsync(new TinyWord(body).Styles(Styles));

        extraction.Blocks.ShouldHaveSingleItem().Text.ShouldBe("c");
        extraction.LeftOut.ShouldHaveSingleItem().ShouldBe(new LeftOut("hidden-text", 2, "ab"));
    }

    [Fact]
    public async Task A_text_box_stands_once_behind_its_paragraph()
    {
        var box = $"<w:txbxContent>{TinyWord.Paragraph("Note.")}{TinyWord.Table("a|b")}</w:txbxContent>";
        var drawing = $"""<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>""";
        var old = """<w:r><w:pict><v:shape><v:textpath string="Banner"/></v:shape></w:pict></w:r><mc:AlternateContent><mc:Fallback><w:r><w:t> only</w:t></w:r></mc:Fallback></mc:AlternateContent>""";

        (await TextAsync(drawing + TinyWord.Run("Text: ") + old)).ShouldBe("Text: Banner only\nNote.\n| a | b |\n| --- | --- |");
    }

    [Fact]
    public async Task Notes_follow_their_paragraph_or_table_once()
    {
        const string Notes = """<w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:t>---</w:t></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>Gross.</w:t><w:footnoteReference w:id="2"/></w:r></w:p></w:footnote><w:footnote w:id="3"><w:p><w:r><w:t>Unused.</w:t></w:r></w:p></w:footnote>""";
        const string Reference = """<w:r><w:footnoteReference w:id="2"/></w:r>""";
        var end = TinyWord.Runs(TinyWord.Run("Net") + """<w:r><w:endnoteReference w:id="2"/></w:r>""");
        var row = TinyWord.Row(TinyWord.Cell(TinyWord.Runs(TinyWord.Run("Pay") + Reference)), TinyWord.Cell(TinyWord.Runs(TinyWord.Run("Tax") + Reference)));
        var word = new TinyWord(end + $"<w:tbl>{row}</w:tbl>").Notes("footnote", Notes).Notes("endnote", """<w:endnote w:id="2"><w:p><w:r><w:t>Yearly.</w:t></w:r></w:p></w:endnote>""");

        var extraction = await ReadAsync(word);

        extraction.Blocks.Select(block => block.Text).ShouldBe(["Net[1]", "[1] Yearly.", "| Pay[2] | Tax |\n| --- | --- |", "[2] Gross."]);
        extraction.LeftOut.ShouldHaveSingleItem().ShouldBe(new LeftOut("unreferenced-note", 7, "Unused."));
    }

    [Fact]
    public async Task Headers_footers_comments_and_descriptions_of_pictures_are_left_out_and_counted()
    {
        var word = new TinyWord(TinyWord.Runs(TinyWord.Run("Words.") + """<w:r><w:drawing><docPr descr="A duck"/></w:drawing></w:r>"""))
            .With("header", "header1.xml", $"<w:hdr {TinyWord.Spaces}>{TinyWord.Paragraph("Draft")}</w:hdr>")
            .With("footer", "footer1.xml", $"<w:ftr {TinyWord.Spaces}>{TinyWord.Paragraph("Page")}</w:ftr>")
            .With("comments", "comments.xml", $"<w:comments {TinyWord.Spaces}><w:comment>{TinyWord.Paragraph("Why?")}</w:comment></w:comments>");

        var extraction = await ReadAsync(word);

        extraction.Blocks.ShouldHaveSingleItem().Text.ShouldBe("Words.");
        extraction.LeftOut.Select(left => (left.Reason, left.Characters)).ShouldBe([("picture-description", 5), ("running-header", 5), ("running-footer", 4), ("comment", 4)]);
    }

    [Theory]
    [InlineData("<m:f><m:num>{a}</m:num><m:den>{b}</m:den></m:f>", @"\frac{a}{b}")]
    [InlineData("""<m:f><m:fPr><m:type m:val="lin"/></m:fPr><m:num>{a}</m:num><m:den>{b}</m:den></m:f>""", "a/b")]
    [InlineData("<m:sSup><m:e><m:f><m:num>{a}</m:num><m:den>{b}</m:den></m:f></m:e><m:sup>{2}</m:sup></m:sSup>", @"{\frac{a}{b}}^{2}")]
    [InlineData("<m:sSubSup><m:e>{x}</m:e><m:sub>{i}</m:sub><m:sup>{2}</m:sup></m:sSubSup>", "x_{i}^{2}")]
    [InlineData("<m:rad><m:deg>{3}</m:deg><m:e>{π}</m:e></m:rad>", @"\sqrt[3]{\pi}")]
    [InlineData("""<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>{i=1}</m:sub><m:sup>{∞}</m:sup><m:e>{x}</m:e></m:nary>""", @"\sum_{i=1}^{\infty} x")]
    [InlineData("<m:nary><m:sub/><m:sup/><m:e>{x}</m:e></m:nary>", @"\int x")]
    [InlineData("<m:d><m:e>{x}</m:e></m:d>", @"\left(x\right)")]
    [InlineData("""<m:d><m:dPr><m:begChr m:val="{"/><m:endChr m:val=""/></m:dPr><m:e>{x}</m:e></m:d>""", @"\left\{x\right.")]
    [InlineData("<m:func><m:fName>{log}</m:fName><m:e>{x}</m:e></m:func>", @"\log x")]
    [InlineData("<m:func><m:fName><m:limLow><m:e>{argmax}</m:e><m:lim>{n}</m:lim></m:limLow></m:fName><m:e>{x}</m:e></m:func>", @"\operatorname{argmax}_{n} x")]
    [InlineData("<m:m><m:mr><m:e>{1}</m:e><m:e>{0}</m:e></m:mr><m:mr><m:e>{0}</m:e><m:e>{1}</m:e></m:mr></m:m>", @"\begin{matrix} 1 & 0 \\ 0 & 1 \end{matrix}")]
    [InlineData("""<m:acc><m:accPr><m:chr m:val="&#x20D7;"/></m:accPr><m:e>{v}</m:e></m:acc>""", @"\vec{v}")]
    [InlineData("<m:r><m:rPr><m:nor/></m:rPr><m:t>if 5%</m:t></m:r>", @"\text{if 5\%}")]
    [InlineData("{2×𝑟≤3–y}", @"2 \times r \leq 3-y")]
    [InlineData("<m:f><m:ctrlPr><w:ins/></m:ctrlPr></m:f><m:unheard><m:e>{kept}</m:e></m:unheard>", @"\frac{}{}kept")]
    public async Task An_equation_is_written_in_latex(string formula, string latex)
    {
        var math = System.Text.RegularExpressions.Regex.Replace(formula, "(?<!\")\\{([^}]*)\\}", "<m:r><m:t>$1</m:t></m:r>");

        (await TextAsync($"{TinyWord.Run("See ")}<m:oMath>{math}</m:oMath>{TinyWord.Run(".")}")).ShouldBe($"See ${latex}$.");
    }

    [Fact]
    public async Task Words_and_equations_without_a_paragraph_around_them_are_read()
    {
        var word = new TinyWord(TinyWord.Run("Bare.") + "<m:oMathPara><m:oMath><m:r><m:t>a</m:t></m:r></m:oMath></m:oMathPara>" + TinyWord.Paragraph("Ordinary."));

        (await ReadAsync(word)).Blocks.Select(block => block.Text).ShouldBe(["Bare.", "$$a$$", "Ordinary."]);
    }

    [Fact]
    public async Task Display_equations_have_their_own_lines()
    {
        const string One = "<m:oMath><m:r><m:t>a</m:t></m:r></m:oMath>";

        (await TextAsync($"<m:oMathPara>{One}{One}</m:oMathPara>{One}{One}")).ShouldBe("$$a$$\n$$a$$ $a$ $a$");
    }
}
