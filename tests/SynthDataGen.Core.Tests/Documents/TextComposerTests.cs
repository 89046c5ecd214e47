using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Documents.Extractors;

namespace SynthDataGen.Core.Tests.Documents;

public sealed class TextComposerTests
{
    [Fact]
    public void A_page_starts_within_the_paragraph_that_runs_on_to_it()
    {
        var text = TextComposer.Compose(new([new(BlockKind.Paragraph, "One two three.", 1, 0, [new(4, 2), new(8, 3)]), new(BlockKind.Paragraph, "Four.", 3)], 4, []));

        text.Pages.Select(page => text.Text[page.Start..page.End]).ShouldBe(["One ", "two ", "three.\n\nFour.", ""]);
    }

    [Fact]
    public void A_page_without_text_is_empty()
    {
        var text = TextComposer.Compose(new([new(BlockKind.Paragraph, "One.", 2), new(BlockKind.Paragraph, "Two.", 4)], 5, []));

        text.Pages.Select(page => (page.Number, text.Text[page.Start..page.End])).ShouldBe([(1, ""), (2, "One.\n\n"), (3, ""), (4, "Two."), (5, "")]);
    }

    [Fact]
    public void A_page_break_keeps_its_place_when_the_text_is_cleaned()
    {
        var builder = new ExtractionBuilder(new()) { Pages = 2 };

        builder.Add(BlockKind.Paragraph, "  e\uFB03cient co\u00ADoperation goes on", 1, 0, [new("  e\uFB03cient co\u00ADoperation ".Length, 2)]);

        var text = TextComposer.Compose(builder.Build());
        text.Pages.Select(page => text.Text[page.Start..page.End]).ShouldBe(["efficient cooperation ", "goes on"]);
    }

    [Fact]
    public async Task Pages_of_a_pdf_hold_their_own_words()
    {
        var path = TestFiles.FromCorpus("pdf", "fhs-3.0.pdf");

        var text = TextComposer.Compose(await TestFiles.ReadAsync(path));

        var page = text.Pages.Single(page => page.Number == 50);
        text.Text[page.Start..page.End].ShouldContain("wider arena including 4.4BSD-based operating systems");
        Chunker.Split(text, new ChunkOptions()).ShouldAllBe(chunk => chunk.PageFrom <= chunk.PageTo);
    }
}
