using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Documents.Extractors;

namespace SynthDataGen.Core.Tests.Documents;

public sealed class TextTests
{
    [Theory]
    [InlineData("a\0b", "ab")]
    [InlineData("\uD83D\uDE00", "\uD83D\uDE00")]
    [InlineData("of\uFB01ce", "office")]
    [InlineData("co\u00ADop", "coop")]
    [InlineData("a\r\nb\rc", "a\nb\nc")]
    public void Cleaning_removes_what_no_database_accepts(string dirty, string clean) => TextCleaner.Clean(dirty).ShouldBe(clean);

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character() => TextCleaner.Clean($"a{(char)0xD800}b").ShouldBe("a\uFFFDb");

    [Fact]
    public void Composed_text_keeps_the_place_of_every_block()
    {
        var extraction = new Extraction(
            [
                new Block(BlockKind.Heading, "Tools", 1, 1), new Block(BlockKind.ListItem, "- saw", 1, 1), new Block(BlockKind.ListItem, "- blade", 1, 2),
                new Block(BlockKind.Paragraph, "Keep dry.", 3),
            ],
            3,
            []);

        var text = TextComposer.Compose(extraction);

        text.Text.ShouldBe("Tools\n\n- saw\n  - blade\n\nKeep dry.");
        text.Blocks.Select(block => text.Text[block.Start..block.End]).ShouldBe(extraction.Blocks.Select(block => block.Text));
        text.Outline.ShouldBe([new OutlineEntry("Tools", 1, 0, 1)]);
        text.Pages.ShouldBe([new PageSpan(1, 0, 24), new PageSpan(2, 24, 24), new PageSpan(3, 24, 33)]);
    }

    [Theory]
    [InlineData("a/b.PDF", "%PDF-1.4", MediaTypes.Pdf)]
    [InlineData("a.docx", "PK\u0003\u0004", MediaTypes.Word)]
    [InlineData("a.dotm", "PK\u0003\u0004", MediaTypes.Word)]
    [InlineData("a.PPTX", "PK\u0003\u0004", MediaTypes.Slides)]
    [InlineData("a.xlsx", "PK\u0003\u0004", MediaTypes.Sheets)]
    [InlineData("a", "PK\u0003\u0004mimetypeapplication/epub+zip", MediaTypes.Book)]
    [InlineData("a.csv", "a;b", MediaTypes.Csv)]
    [InlineData("a.tsv", "a\tb", MediaTypes.Tsv)]
    [InlineData("a.zip", "PK\u0003\u0004", MediaTypes.Unknown)]
    [InlineData("a.md", "# Title", MediaTypes.Markdown)]
    [InlineData("a.htm", "<p>", MediaTypes.Html)]
    [InlineData("a.txt", "<!DOCTYPE html><p>", MediaTypes.Html)]
    [InlineData("README", "words", MediaTypes.Text)]
    [InlineData("a.exe", "words", MediaTypes.Unknown)]
    public void Media_types_depend_on_content_then_name(string key, string content, string mediaType) =>
        MediaTypes.Of(key, System.Text.Encoding.UTF8.GetBytes(content)).ShouldBe(mediaType);
}
