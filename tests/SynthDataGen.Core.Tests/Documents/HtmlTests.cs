using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Tests.Documents;

public sealed class HtmlTests : IDisposable
{
    private readonly TestFiles files = new();

    public void Dispose() => files.Dispose();

    private Task<Extraction> ReadAsync(string body) => TestFiles.ReadAsync(files.Write("page.html", $"<html><body>{body}</body></html>"));

    [Theory]
    [InlineData("<pre>a\n  b<br>c</pre>", "a\n  b\nc")]
    [InlineData("<pre><div>a</div><div>  b</div><span>c</span></pre>", "a\n  b\nc")]
    [InlineData("<pre><code>a\n</code></pre>", "a")]
    public async Task Code_keeps_its_lines(string html, string code)
    {
        var extraction = await ReadAsync(html);

        extraction.Blocks.ShouldHaveSingleItem().ShouldBe(new Block(BlockKind.Code, code, 1));
    }

    [Fact]
    public async Task Page_furniture_is_left_out_and_counted()
    {
        const string Html = """
            <div class="wrap"><header>Shop</header><div id="cookie-banner"><p>We use cookies</p></div><article><header>By Ann</header><p>Words.</p><footer>1 May</footer></article>
            <p style="color: red; display: none">secret</p><p><ruby>字<rp>(</rp><rt>ji</rt><rp>)</rp></ruby></p><p class="cookies">Bake them.</p><footer>Imprint</footer></div>
            """;

        var extraction = await ReadAsync(Html);

        extraction.Blocks.Select(block => block.Text).ShouldBe(["By Ann", "Words.", "1 May", "字", "Bake them."]);
        extraction.LeftOut.Select(left => (left.Reason, left.Characters)).ShouldBe([("navigation", 11), ("cookie-banner", 12), ("hidden", 6), ("phonetic-guide", 4)]);
    }

    [Fact]
    public async Task Spanning_cells_are_repeated_and_keep_lines_apart()
    {
        const string Html = "<table><tr><th rowspan=2>Day</th><th colspan=2>Shift</th></tr><tr><td><p>early</p><p>6:00</p></td><td>late<br>14:00<script>x()</script></td></tr></table>";

        var extraction = await ReadAsync(Html);

        extraction.Blocks.ShouldHaveSingleItem().Text.ShouldBe("| Day | Shift | Shift |\n| --- | --- | --- |\n| Day | early 6:00 | late 14:00 |");
        extraction.LeftOut.ShouldBe([new LeftOut("script", 3, "x()")]);
    }

    [Fact]
    public async Task Lists_nest_and_keep_their_numbering()
    {
        const string Html = "<ol start=3><li>three<ul><li>inner</li></ul></li><li value=7>seven</li><li>eight</li></ol><dl><dt>Term</dt><dd>Meaning</dd></dl><details><summary>More</summary>Hidden until asked for.</details>";

        var extraction = await ReadAsync(Html);

        extraction.Blocks.Select(block => (block.Text, block.Level)).ShouldBe(
            [("3. three", 1), ("- inner", 2), ("7. seven", 1), ("8. eight", 1), ("Term", 0), ("Meaning", 0), ("More", 0), ("Hidden until asked for.", 0)]);
    }

    [Fact]
    public async Task Html_inside_markdown_is_read_as_html_and_notes_keep_their_numbers()
    {
        const string Markdown = "---\ntitle: x\n---\n\nA word.[^1]\n\n<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>\n\n- [x] done\n\n[^1]: The note.\n";

        var extraction = await TestFiles.ReadAsync(files.Write("a.md", Markdown));

        extraction.Blocks.Select(block => block.Text).ShouldBe(["A word.[1]", "| A | B |\n| --- | --- |\n| 1 | 2 |", "- [x] done", "[1] The note."]);
        extraction.LeftOut.ShouldHaveSingleItem().Reason.ShouldBe("front-matter");
    }
}
