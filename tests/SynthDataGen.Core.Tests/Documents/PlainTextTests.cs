using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Tests.Documents;

public sealed class PlainTextTests : IDisposable
{
    private readonly TestFiles files = new();

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\u2028")]
    public async Task Blocks_are_the_same_with_all_line_ends(string end)
    {
        var text = string.Join(end, "Rules", "=====", "", "Wear a helmet.  ", "Always.", "- hammer", "  a) small", "12. saw", "1234. not a mark", "", "-", "x");

        var extraction = await TestFiles.ReadAsync(files.Write("rules.txt", text));

        extraction.Blocks.Select(block => (block.Kind, block.Text, block.Level)).ShouldBe(
        [
            (BlockKind.Heading, "Rules", 1),
            (BlockKind.Paragraph, "Wear a helmet.\nAlways.", 0),
            (BlockKind.ListItem, "- hammer", 1),
            (BlockKind.ListItem, "a) small", 2),
            (BlockKind.ListItem, "12. saw\n1234. not a mark", 1),
            (BlockKind.ListItem, "-\nx", 1),
        ]);
        extraction.LeftOut.ShouldBe([new LeftOut("underline", 5, "=====")]);
    }

    [Fact]
    public async Task Form_feeds_are_page_breaks_but_the_last_opens_no_page()
    {
        var extraction = await TestFiles.ReadAsync(files.Write("pages.txt", "one\n\ftwo\nlines\n\f\fthree\n\f"));

        extraction.Blocks.Select(block => (block.Text, block.Page)).ShouldBe([("one", 1), ("two\nlines", 2), ("three", 4)]);
        extraction.Pages.ShouldBe(4);
    }

    [Fact]
    public async Task Too_many_blocks_are_too_large()
    {
        var path = files.Write("items.txt", string.Concat(Enumerable.Repeat("- a\n", 101)));

        var failure = await Should.ThrowAsync<ExtractionException>(() =>
            TestFiles.Reader(("MaxBlocks", "100")).ReadAsync(new DocumentFile(path, "items.txt", "", 0), TestContext.Current.CancellationToken));

        failure.Code.ShouldBe(DocumentFailure.TooLarge);
    }
}
