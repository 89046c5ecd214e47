using FsCheck;
using FsCheck.Fluent;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Tests.Chunks;

public sealed class ChunkerProperties
{
    private static readonly string[] Words =
        ["the", "pump", "is", "checked", "daily.", "e.g.", "Dr.", "3.14", "第一条。", "запас", "naïve", "😀", "| a | b |", "\n", "x=1;", new('z', 300), "…", "?!", "needs:", "\n1 pump 3"];

    /// <summary>What makes a block boilerplate, or seems to.</summary>
    private static readonly string[] Special =
        ["Contents", "Index", "References", "Changelog", "Copyright © 2020 A", "Permission is hereby granted, free of charge", "1 pump 3", "pumps, 4", "[1] A. 2019", "The tools are:"];

    private static readonly Gen<Block> Blocks =
        from kind in Gen.Elements(Enum.GetValues<BlockKind>())
        from words in Gen.Elements(Words).NonEmptyListOf()
        from level in Gen.Choose(1, 6)
        from page in Gen.Choose(1, 5)
        from special in Gen.Elements(Special)
        from isSpecial in Gen.Elements(true, false, false)
        let text = isSpecial ? special : string.Join(' ', words).Trim()
        select new Block(kind, text.Length == 0 ? "word" : text, page, kind is BlockKind.Heading or BlockKind.ListItem ? level : 0);

    private static readonly Arbitrary<(DocumentText Text, ChunkOptions Options)> Documents = Arb.From(
        from blocks in Blocks.ListOf()
        from most in Gen.Choose(16, 120)
        from levels in Gen.Choose(0, 6)
        select (TextComposer.Compose(new Extraction([.. blocks], 5, [])), new ChunkOptions { MaxTokens = most, HeadingLevels = levels }));

    [Fact]
    public void Every_character_stands_in_exactly_one_chunk() => Check((text, _, chunks) =>
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
        return string.IsNullOrWhiteSpace(text.Text[at..]) && Coverage.Chunked(text.Text, chunks) == Coverage.Count(text.Text);
    });

    [Fact]
    public void No_chunk_is_beyond_the_limit_and_its_count_is_true() => Check((text, options, chunks) =>
        chunks.All(chunk => chunk.Tokens <= options.MaxTokens && chunk.Tokens == TokenEstimator.Count(text.Text.AsSpan(chunk.Start..chunk.End))));

    [Fact]
    public void Chunks_neither_begin_nor_end_in_white_space_or_within_a_character() => Check((text, _, chunks) =>
        chunks.All(chunk => !char.IsWhiteSpace(text.Text[chunk.Start]) && !char.IsWhiteSpace(text.Text[chunk.End - 1]) && !char.IsLowSurrogate(text.Text[chunk.Start])));

    [Fact]
    public void No_chunk_goes_across_a_heading_of_the_configured_levels() => Check((text, options, chunks) => chunks.All(chunk =>
    {
        var inside = text.Blocks.Where(block => block.Start < chunk.End && block.End > chunk.Start && !string.IsNullOrWhiteSpace(text.Text[block.Start..block.End]));
        return !inside.SkipWhile(block => block.Kind == BlockKind.Heading).Any(block => block.Kind == BlockKind.Heading && block.Level <= options.HeadingLevels);
    }));

    [Fact]
    public void A_sentence_is_cut_only_where_it_is_too_long_for_a_chunk() => Check((text, options, chunks) => chunks.All(chunk =>
    {
        var block = text.Blocks.Last(block => block.Start < chunk.End);
        return chunk.End >= block.End || block.Kind is BlockKind.Table or BlockKind.Code || EndsSentence(text.Text, block, chunk.End, options);
    }));

    [Fact]
    public void The_same_text_is_cut_the_same_way() => Check((text, options, chunks) =>
        Chunker.Split(text, options).Zip(chunks).All(pair => pair.First.Start == pair.Second.Start && pair.First.End == pair.Second.End));

    /// <summary>Whether a sentence ends there, or the one that goes on is longer than a chunk that starts with the block's headings.</summary>
    private static bool EndsSentence(string text, PlacedBlock block, int at, ChunkOptions options)
    {
        var (start, end) = (block.Start, block.Start);
        while (end < at)
        {
            (start, end) = (end, Sentences.End(text.AsSpan(0, block.End), end));
        }

        return end == at || string.IsNullOrWhiteSpace(text[at..end]) || TokenEstimator.Count(text.AsSpan(start..end)) > options.MaxTokens / 2;
    }

    private static void Check(Func<DocumentText, ChunkOptions, IReadOnlyList<ChunkSpan>, bool> holds) =>
        Prop.ForAll(Documents, document => holds(document.Text, document.Options, Chunker.Split(document.Text, document.Options))).QuickCheckThrowOnFailure();
}
