using FsCheck;
using FsCheck.Fluent;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Tests.Chunks;

/// <summary>Random documents of everything that a chunker meets, and options of every kind.</summary>
internal static class RandomDocuments
{
    private static readonly string[] Words =
        ["the", "pump", "is", "checked", "daily.", "e.g.", "Dr.", "No.", "5", "3.14", "3.", "Stop!", "第一条。", "本文", "запас", "naïve", "e\u0301", "😀", "👩\u200D🚀", "هذا", "كتاب؟",
            "घर", "है।", "มันเป็นหนังสือและปากกา", "| a | b |", "\n", "x=1;", new('z', 300), Many("มัน"), Many("e\u0301"), Many("👩\u200D🚀"), "…", "?!", "needs:", "\n1 pump 3", "\u00A0"];

    /// <summary>What makes a block boilerplate, or seems to.</summary>
    private static readonly string[] Special =
        ["Contents", "Index", "References", "Changelog", "Copyright © 2020 A", "Permission is hereby granted, free of charge", "1 pump 3", "pumps, 4", "[1] A. 2019", "The tools are:"];

    private static readonly Gen<string> Text =
        from words in Gen.Elements(Words).NonEmptyListOf()
        from special in Gen.Elements(Special)
        from isSpecial in Gen.Elements(true, false, false)
        let text = isSpecial ? special : string.Join(' ', words).Trim()
        select string.IsNullOrWhiteSpace(text) ? "word" : text;

    private static readonly Gen<Block> Any =
        from kind in Gen.Elements(Enum.GetValues<BlockKind>())
        from text in Text
        from level in Gen.Choose(1, 6)
        from page in Gen.Choose(1, 5)
        select new Block(kind, text, page, kind is BlockKind.Heading or BlockKind.ListItem ? level : 0);

    private static readonly Gen<Block> Table =
        from head in Gen.Elements("| name | number |\n| --- | --- |\n", "|  |  |\n| --- | --- |\n", $"| {new string('h', 200)} | number |\n| --- | :-: |\n", "")
        from rows in Gen.Choose(1, 60)
        from cell in Gen.Elements("pump", "a longer cell. With a stop", "本文", new string('c', 400))
        select new Block(BlockKind.Table, head + string.Join('\n', Enumerable.Range(1, rows).Select(row => $"| {(row % 9 == 4 ? cell : "part")} | {row} |")), 1);

    private static readonly Gen<Block> Code =
        from lines in Gen.Choose(1, 40)
        select new Block(BlockKind.Code, string.Join('\n', Enumerable.Range(1, lines).Select(line => $"{new string(' ', line % 5)}call(argument{line}, other); // Why. Because.")), 1);

    /// <summary>A document with options under which its chunks overlap.</summary>
    public static Arbitrary<(DocumentText Text, ChunkOptions Options)> WithOverlap { get; } = Documents(Gen.Choose(1, 49));

    /// <summary>A document with options under which they do not.</summary>
    public static Arbitrary<(DocumentText Text, ChunkOptions Options)> Plain { get; } = Documents(Gen.Constant(0));

    private static Arbitrary<(DocumentText Text, ChunkOptions Options)> Documents(Gen<int> overlapPercent) => Arb.From(
        from blocks in Gen.Frequency((6, Any), (1, Table), (1, Code)).ListOf()
        from most in Gen.Choose(16, 150)
        from levels in Gen.Choose(0, 6)
        from percent in overlapPercent
        let overlap = Math.Min((percent * most + 99) / 100, (most - 1) / 2)
        select (TextComposer.Compose(new Extraction([.. blocks], 5, [])), new ChunkOptions { MaxTokens = most, HeadingLevels = levels, OverlapTokens = overlap }));

    private static string Many(string part) => string.Concat(Enumerable.Repeat(part, 150));
}
