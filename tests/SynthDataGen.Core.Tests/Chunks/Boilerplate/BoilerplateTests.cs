using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Tests.Chunks.Boilerplate;

public sealed class BoilerplateTests
{
    private const string Prose = "The pump is checked every morning by the shift leader, who writes the pressure into the log book.";

    [Theory]
    [InlineData("Contents")]
    [InlineData("Inhaltsverzeichnis")]
    [InlineData("Foreword")]
    public void A_table_of_contents_is_labelled_also_where_no_heading_says_so(string heading)
    {
        var chunks = Chunks(Heading(heading), Item("1 Pumps 3"), Item("2 Valves 4"), Item("3 Pipes 12"), Item("4 Tanks 20"), Paragraph(Prose),
            Heading("1 Pumps"), Paragraph(Prose), Heading("2 Valves"), Paragraph(Prose), Heading("3 Pipes"), Paragraph(Prose), Heading("4 Tanks"), Paragraph(Prose));

        chunks.ShouldBe([(ChunkKind.Contents, heading), (ChunkKind.Text, Prose[..10]), .. new[] { "1 Pumps", "2 Valves", "3 Pipes", "4 Tanks" }.Select(title => (ChunkKind.Text, title))]);
    }

    [Fact]
    public void Contents_may_be_in_a_table()
    {
        var rows = new Block(BlockKind.Table, "| 1 Pumps | 3 |\n| --- | --- |\n| 2 Valves | 4 |\n| 3 Pipes | 12 |\n| 4 Tanks | 20 |", 1);

        Chunks(Heading("Contents"), rows, Heading("1 Pumps"), Paragraph(Prose)).Select(chunk => chunk.Kind).ShouldBe([ChunkKind.Contents, ChunkKind.Text]);
    }

    [Fact]
    public void Contents_without_page_numbers_are_recognised_by_headings()
    {
        var chunks = Chunks(Heading("Contents"), Item("- Pumps"), Item("- Valves"), Item("- Pipes"), Item("- Tanks"),
            Heading("Pumps"), Paragraph(Prose), Heading("Valves"), Paragraph(Prose), Heading("Pipes"), Paragraph(Prose), Heading("Tanks"), Paragraph(Prose));

        chunks[0].ShouldBe((ChunkKind.Contents, "Contents"));
        chunks.Skip(1).ShouldAllBe(chunk => chunk.Kind == ChunkKind.Text);
    }

    [Fact]
    public void Lists_of_quantities_are_not_contents()
    {
        var chunks = Chunks(Heading("Parts in stock"), Item("Pumps 3"), Item("Valves 4"), Item("Pipes 12"), Item("Tanks 20"), Item("Seals 7"));

        chunks.ShouldHaveSingleItem().Kind.ShouldBe(ChunkKind.List);
    }

    [Fact]
    public void A_licence_is_labelled_and_the_text_beside_it_is_not()
    {
        var chunks = Chunks(Heading("About"), Paragraph(Prose), Paragraph("Copyright © 2021 Acme"),
            Paragraph("Permission is hereby granted, free of charge, to any person obtaining a copy of this software."), Paragraph("More on pumps."));

        chunks.Select(chunk => chunk.Kind).ShouldBe([ChunkKind.Text, ChunkKind.Licence, ChunkKind.Text]);
    }

    [Fact]
    public void A_listing_that_starts_with_its_licence_stays_code()
    {
        var listing = new Block(BlockKind.Code, "// Permission is hereby granted, free of charge, to any person.\nint Count() { return 3; }", 1);

        Chunks(Heading("Listing"), listing).ShouldHaveSingleItem().Kind.ShouldBe(ChunkKind.Code);
    }

    [Fact]
    public void A_licence_that_is_shown_as_an_example_is_the_documents_own_text()
    {
        var notice = new Block(BlockKind.Code, "License: X\nPermission is hereby granted, free of charge, to any person.", 1);

        Chunks(Heading("The copyright file"), Paragraph("It reads as follows:"), notice).ShouldAllBe(chunk => chunk.Kind != ChunkKind.Licence);
        Chunks(Heading("The copyright file"), notice).ShouldAllBe(chunk => chunk.Kind == ChunkKind.Licence);
    }

    [Theory]
    [InlineData("Licences", "Each driver holds a driving licence; a copy lies with human resources.")]
    [InlineData("Software", "Software under the GNU General Public License may be used after the legal department agreed.")]
    [InlineData("Drivers", "The driver is licensed under the Apache License, version 2.0, and lies on the file server.")]
    [InlineData("Copyright", "Copyright in all work done during employment belongs to the company.")]
    [InlineData("Index", "The price index rose by 3.2 percent. Wages follow it once a year.")]
    [InlineData("References", "Two references are asked of every applicant. They are called before the second interview.")]
    [InlineData("Contents", "The first aid box contains plasters, bandages and scissors.")]
    [InlineData("Revision history", "Every change is agreed with the works council before it is printed.")]
    public void Text_about_boilerplate_is_not_boilerplate(string heading, string text)
    {
        var chunks = Chunks(Heading("Manual"), Paragraph(Prose), Heading(heading), Paragraph(text), Paragraph(Prose));

        chunks.ShouldAllBe(chunk => chunk.Kind == ChunkKind.Text);
    }

    [Fact]
    public void References_are_labelled_up_to_the_next_heading()
    {
        var chunks = Chunks(Heading("Report"), Paragraph(Long), Heading("7 References"), Paragraph("[1] A. Author. On pumps. Journal of Water, 2019."),
            Paragraph("[2] B. Author et al. Valves. Springer, 2020."), Heading("A Tables"), Paragraph(Prose));

        chunks.Select(chunk => chunk.Kind).ShouldBe([ChunkKind.Text, ChunkKind.References, ChunkKind.Text]);
    }

    [Fact]
    public void An_index_continues_past_its_letters()
    {
        var chunks = Chunks(Heading("Report"), Paragraph(Long), Heading("Index"), Heading("P"), Paragraph("pipes, 3, 12\npumps, 4"), Heading("V"), Paragraph("valves, 7–9"));

        chunks.Select(chunk => chunk.Kind).ShouldBe([ChunkKind.Text, ChunkKind.Index, ChunkKind.Index]);
    }

    [Fact]
    public void A_documents_own_history_is_labelled()
    {
        var rows = new Block(BlockKind.Table, "| Version | Date | Change |\n| --- | --- | --- |\n| 1.1 | 2021-03-01 | Valves added |", 1);

        var chunks = Chunks(Heading("Manual"), Paragraph(Long), Heading("Revision history"), rows);

        chunks.Select(chunk => chunk.Kind).ShouldBe([ChunkKind.Text, ChunkKind.History]);
    }

    [Fact]
    public void A_document_that_is_nothing_but_a_history_stays_text() =>
        Chunks(Heading("Changelog"), Paragraph("1.1 Valves added"), Paragraph("1.0 First")).ShouldAllBe(chunk => chunk.Kind == ChunkKind.Text);

    [Fact]
    public async Task A_manual_of_others_loses_only_what_is_boilerplate()
    {
        var text = TextComposer.Compose(await Documents.TestFiles.ReadAsync(Documents.TestFiles.FromCorpus("pdf", "debian-policy.pdf")));

        var labelled = Chunker.Split(text, new ChunkOptions()).Where(chunk => chunk.Kind.IsBoilerplate()).ToList();

        labelled.Select(chunk => chunk.Kind).Distinct().ShouldBe([ChunkKind.Contents, ChunkKind.Licence, ChunkKind.Index]);
        labelled.ShouldAllBe(chunk => chunk.Kind == ChunkKind.Contents ? chunk.PageTo <= 9 : chunk.PageFrom >= 191);
    }

    private static string Long => string.Join(' ', Enumerable.Repeat(Prose, 3));

    private static Block Heading(string text) => new(BlockKind.Heading, text, 1, 1);

    private static Block Paragraph(string text) => new(BlockKind.Paragraph, text, 1);

    private static Block Item(string text) => new(BlockKind.ListItem, text, 1, 1);

    private static List<(ChunkKind Kind, string Starts)> Chunks(params Block[] blocks)
    {
        var text = TextComposer.Compose(new Extraction(blocks, 1, []));
        return [.. Chunker.Split(text, new ChunkOptions()).Select(chunk => (chunk.Kind, Starts(text.Text[chunk.Start..chunk.End])))];
    }

    private static string Starts(string chunk) => chunk.StartsWith(Prose, StringComparison.Ordinal) ? Prose[..10] : chunk.Split('\n')[0];
}
