using System.Globalization;
using System.Runtime.InteropServices;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Chunks;

/// <summary>An undivided part: a block, or a sentence, row or line of a block that is too long.</summary>
/// <param name="Head">The head of the table that it continues: a chunk that begins here repeats it.</param>
/// <param name="IsPart">Whether it is only a part of a sentence, row or line.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Piece(int Start, int End, int Tokens, PlacedBlock Block, TableHead? Head = null, bool IsPart = false)
{
    private const int LongestCharacter = 32;
    private const char Joiner = '\u200D';

    /// <summary>Cuts a block into pieces of no more than so many tokens, at the best places there are. Pieces leave out white space at their ends and nothing else.</summary>
    public static void Cut(string text, PlacedBlock block, int most, List<Piece> pieces)
    {
        if (Trim(text, block.Start, block.End) is not (var start, var end))
        {
            return;
        }

        var (fitting, tokens) = TokenEstimator.Fit(text.AsSpan(start, end - start), most);
        if (fitting == end - start)
        {
            AddWhole(text, new Piece(start, end, tokens, block), pieces);
            return;
        }

        // A head of more than half the limit would leave its rows no room.
        var head = block.Kind == BlockKind.Table && TableHead.Of(text, start, end) is { } found && found.Tokens <= most / 2 ? found : null;
        if (head is not null)
        {
            start = CutHead(text, block, head, end, most, pieces);
        }

        for (var room = most - (head?.Tokens ?? 0); start < end;)
        {
            var stop = PartEnd(text, block, start, end);
            CutLong(text, new Piece(start, stop, 0, block, head), room, pieces);
            start = stop;
        }
    }

    /// <summary>The end of the sentence that starts here, or of the row or the line.</summary>
    public static int PartEnd(string text, PlacedBlock block, int start, int end) =>
        block.Kind is BlockKind.Table or BlockKind.Code ? LineEnd(text, start, end) : Sentences.End(text.AsSpan(0, end), start);

    /// <summary>The end of the line that starts here, including its line break, if any.</summary>
    public static int LineEnd(string text, int start, int end)
    {
        var line = text.IndexOf('\n', start, end - start);
        return line < 0 ? end : line + 1;
    }

    /// <summary>Adds a table's head with its first row as one piece if both fit. Returns where the other rows start.</summary>
    private static int CutHead(string text, PlacedBlock block, TableHead head, int end, int most, List<Piece> pieces)
    {
        var rows = LineEnd(text, head.End, end);
        var row = LineEnd(text, rows, end);
        var (length, tokens) = TokenEstimator.Fit(text.AsSpan(head.Start..row).TrimEnd(), most);
        var fits = row > rows && length == text.AsSpan(head.Start..row).TrimEnd().Length;
        pieces.Add(fits ? new Piece(head.Start, head.Start + length, tokens, block) : new Piece(head.Start, head.End, head.Tokens, block));
        return fits ? row : rows;
    }

    /// <summary>The last sentence of a paragraph that ends in a colon introduces what follows, so it is a piece of its own.</summary>
    private static void AddWhole(string text, Piece whole, List<Piece> pieces)
    {
        var cut = whole.Block.Kind == BlockKind.Paragraph && text[whole.End - 1] is ':' or '：' ? LastSentence(text, whole.Start, whole.End) : whole.Start;
        if (Trim(text, whole.Start, cut) is (var start, var end))
        {
            pieces.Add(new Piece(start, end, TokenEstimator.Count(text.AsSpan(start..end)), whole.Block));
            whole = whole with { Start = cut, Tokens = TokenEstimator.Count(text.AsSpan(cut..whole.End)) };
        }
        pieces.Add(whole);
    }

    private static int LastSentence(string text, int start, int end)
    {
        var last = start;
        while (start < end)
        {
            last = start;
            start = Sentences.End(text.AsSpan(0, end), start);
            while (start < end && char.IsWhiteSpace(text[start]))
            {
                start++;
            }
        }
        return last;
    }

    /// <summary>Adds a sentence or row. If too long it is cut between words, and a word that is too long between characters.</summary>
    private static void CutLong(string text, Piece whole, int most, List<Piece> pieces)
    {
        for (var start = whole.Start; start < whole.End;)
        {
            var rest = text.AsSpan(start..whole.End);
            var (length, tokens) = TokenEstimator.Fit(rest, most);
            if (length < rest.Length)
            {
                length = BreakBefore(rest, length);
                tokens = TokenEstimator.Count(rest[..length]);
            }

            if (Trim(text, start, start + length) is (var from, var to))
            {
                pieces.Add(whole with { Start = from, End = to, Tokens = tokens, IsPart = length < whole.End - whole.Start });
            }

            start += length;
        }
    }

    private static int BreakBefore(ReadOnlySpan<char> text, int length)
    {
        var space = char.IsWhiteSpace(text[length]) ? length : text[..length].LastIndexOfAny(" \n\t");
        if (space > length / 2)
        {
            return space;
        }

        var whole = length;
        while (whole > Math.Max(1, length - LongestCharacter) && IsWithinCharacter(text, whole))
        {
            whole--;
        }

        return IsWithinCharacter(text, whole) ? length - (char.IsLowSurrogate(text[length]) && length > 1 ? 1 : 0) : whole;
    }

    /// <summary>Marks, joiners and low surrogates belong to the character before them.</summary>
    private static bool IsWithinCharacter(ReadOnlySpan<char> text, int at) =>
        char.IsLowSurrogate(text[at])
        || text[at] == Joiner
        || text[at - 1] == Joiner
        || char.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static (int Start, int End)? Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return start < end ? (start, end) : null;
    }
}
