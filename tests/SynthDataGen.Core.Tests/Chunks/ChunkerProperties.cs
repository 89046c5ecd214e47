using FsCheck;
using FsCheck.Fluent;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Tests.Chunks;

/// <summary>What holds for the chunks of every document, under all options.</summary>
public sealed class ChunkerProperties
{
    [Fact]
    public void Random_documents_make_chunks_repeat_heads_and_sentences()
    {
        var chunks = RandomDocuments.WithOverlap.Generator.Sample(200).SelectMany(document => Chunker.Split(document.Text, document.Options)).ToList();

        chunks.Count(chunk => chunk.Header is not null).ShouldBeGreaterThan(100);
        chunks.Count(chunk => chunk.Header is null && chunk.RepeatedTokens > 0).ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Without_overlap_every_character_is_in_exactly_one_chunk() => Check(RandomDocuments.Plain, (text, _, chunks) =>
    {
        var at = 0;
        foreach (var chunk in chunks)
        {
            if (chunk.Start < at || !string.IsNullOrWhiteSpace(text.Text[at..chunk.Start]) || chunk.End <= chunk.Start)
            {
                return false;
            }

            at = chunk.End;
        }

        return string.IsNullOrWhiteSpace(text.Text[at..]) && Coverage.Chunked(text.Text, chunks).Sum() == NonSpace.Count(text.Text);
    });

    [Fact]
    public void With_overlap_chunks_cover_the_text_and_always_advance() => Check(RandomDocuments.WithOverlap, (text, _, chunks) =>
        chunks.Zip(chunks.Skip(1)).All(pair => pair.Second.Start > pair.First.Start && pair.Second.End > pair.First.End)
        && Coverage.Chunked(text.Text, chunks).Sum() == NonSpace.Count(text.Text));

    [Fact]
    public void No_overlap_exceeds_its_limit() => Check(RandomDocuments.WithOverlap, (text, options, chunks) =>
        chunks.Zip(chunks.Skip(1)).All(pair => Shared(text.Text, pair.First, pair.Second) <= options.OverlapTokens));

    [Fact]
    public void An_overlap_begins_with_a_sentence_a_row_or_a_line() => Check(RandomDocuments.WithOverlap, (text, _, chunks) =>
        chunks.Zip(chunks.Skip(1)).Where(pair => pair.Second.Start < pair.First.End).All(pair => BeginsPart(text, pair.Second.Start)));

    [Fact]
    public void No_chunk_exceeds_the_limit_or_miscounts() => CheckAll((text, options, chunks) =>
        chunks.All(chunk => chunk.Tokens <= options.MaxTokens && chunk.Tokens == Count(text.Text, chunk.Start, chunk.End) + Header(text.Text, chunk)));

    [Fact]
    public void What_a_chunk_repeats_is_its_overlap_and_its_header() => CheckAll((text, _, chunks) =>
        chunks.Zip(chunks.Skip(1)).All(pair => pair.Second.RepeatedTokens == Shared(text.Text, pair.First, pair.Second) + Header(text.Text, pair.Second))
        && chunks.Take(1).All(chunk => chunk.RepeatedTokens == 0));

    [Fact]
    public void A_chunk_that_begins_amid_a_table_knows_its_head() => CheckAll((text, options, chunks) => chunks.All(chunk =>
    {
        var block = text.Blocks.Last(block => block.Start <= chunk.Start);
        var head = block.Kind == BlockKind.Table ? TableHead.Of(text.Text, block.Start, block.End) : null;
        var isBelow = head is not null && chunk.Start >= head.End;
        return chunk.Header is { } header
            ? isBelow && (header.Start, header.End) == (head!.Start, head.End)
            : !isBelow || head!.Tokens > (options.MaxTokens - options.OverlapTokens) / 4 - 1;
    }));

    [Fact]
    public void Chunks_neither_begin_nor_end_in_white_space_or_within_a_character() => CheckAll((text, _, chunks) =>
        chunks.All(chunk => !char.IsWhiteSpace(text.Text[chunk.Start]) && !char.IsWhiteSpace(text.Text[chunk.End - 1])
            && !char.IsLowSurrogate(text.Text[chunk.Start]) && text.Text[chunk.Start] is not ('\u0301' or '\u200D' or '\u0E31')));

    [Fact]
    public void No_chunk_crosses_a_heading_of_the_configured_levels() => CheckAll((text, options, chunks) => chunks.All(chunk =>
    {
        var inside = text.Blocks.Where(block => block.Start < chunk.End && block.End > chunk.Start && !string.IsNullOrWhiteSpace(text.Text[block.Start..block.End]));
        return !inside.SkipWhile(block => block.Kind == BlockKind.Heading).Any(block => block.Kind == BlockKind.Heading && block.Level <= options.HeadingLevels);
    }));

    [Fact]
    public void A_sentence_a_row_or_a_line_is_cut_only_where_it_is_too_long_for_a_chunk() => CheckAll((text, options, chunks) => chunks.All(chunk =>
    {
        var block = text.Blocks.Last(block => block.Start < chunk.End);
        return chunk.End >= block.End || EndsPart(text.Text, block, chunk.End, (options.MaxTokens - options.OverlapTokens) / 4 - 1);
    }));

    [Fact]
    public void A_lead_in_ends_a_chunk_only_where_what_it_leads_into_does_not_fit() => CheckAll((text, options, chunks) => chunks.All(chunk =>
    {
        var next = text.Blocks.SkipWhile(block => block.Start < chunk.End).FirstOrDefault();
        var block = text.Blocks.Last(block => block.Start < chunk.End);
        var leads = chunk.End == block.End && block.Kind is BlockKind.Paragraph or BlockKind.ListItem && text.Text[chunk.End - 1] == ':'
            && next?.Kind is BlockKind.ListItem or BlockKind.Code && !chunk.Kind.IsBoilerplate() && chunks.Any(other => other.Start == next.Start && !other.Kind.IsBoilerplate());
        return !leads || Count(text.Text, chunk.Start, chunk.End) + Count(text.Text, next!.Start, PartEnd(text.Text, next, next.Start)) > (options.MaxTokens - options.OverlapTokens) / 2;
    }));

    [Fact]
    public void The_same_text_is_cut_the_same_way() => CheckAll((text, options, chunks) =>
        Chunker.Split(text, options).Zip(chunks).All(pair => pair.First.Start == pair.Second.Start && pair.First.End == pair.Second.End));

    private static int Count(string text, int start, int end) => TokenEstimator.Count(text.AsSpan(start..end));

    private static int Header(string text, ChunkSpan chunk) => chunk.Header is { } header ? Count(text, header.Start, header.End) : 0;

    private static int Shared(string text, ChunkSpan one, ChunkSpan next) => next.Start < one.End ? Count(text, next.Start, one.End) : 0;

    private static int PartEnd(string text, PlacedBlock block, int start) => Piece.PartEnd(text, block, start, block.End);

    private static bool BeginsPart(DocumentText text, int at)
    {
        var block = text.Blocks.Last(block => block.Start <= at);
        var end = block.Start;
        while (end < at && !string.IsNullOrWhiteSpace(text.Text[end..at]))
        {
            end = PartEnd(text.Text, block, end);
        }

        return end <= at;
    }

    /// <summary>Whether a sentence, row or line ends there, or the continuing one is longer than the least room.</summary>
    private static bool EndsPart(string text, PlacedBlock block, int at, int room)
    {
        var (start, end) = (block.Start, block.Start);
        while (end < at)
        {
            (start, end) = (end, PartEnd(text, block, end));
        }

        return end == at || string.IsNullOrWhiteSpace(text[at..end]) || Count(text, start, end) > room;
    }

    private static void CheckAll(Func<DocumentText, ChunkOptions, IReadOnlyList<ChunkSpan>, bool> holds)
    {
        Check(RandomDocuments.Plain, holds);
        Check(RandomDocuments.WithOverlap, holds);
    }

    private static void Check(Arbitrary<(DocumentText Text, ChunkOptions Options)> documents, Func<DocumentText, ChunkOptions, IReadOnlyList<ChunkSpan>, bool> holds) =>
        Prop.ForAll(documents, document => holds(document.Text, document.Options, Chunker.Split(document.Text, document.Options)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));
}
