using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Chunks;

/// <summary>What is not divided any more: a block, or a sentence, row or line of one that is too long.</summary>
internal readonly record struct Piece(int Start, int End, int Tokens, PlacedBlock Block);

/// <summary>Cuts blocks into pieces of no more than so many tokens, at the best places there are.</summary>
internal static class Pieces
{
    /// <summary>Adds the block's pieces. Pieces leave out white space at their ends and nothing else.</summary>
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
        while (start < end)
        {
            var stop = block.Kind is BlockKind.Table or BlockKind.Code ? LineEnd(text, start, end) : Sentences.End(text.AsSpan(0, end), start);
            if (Trim(text, start, stop) is (var from, var to))
            {
                CutLong(text, block, from, to, most, pieces);
            }

            start = stop;
        }
    }

    /// <summary>Of a paragraph that ends in a colon, the last sentence leads into what follows and may be needed there.</summary>
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

    /// <summary>A sentence or row beyond the limit is cut between words, and a word beyond it between characters.</summary>
    private static void CutLong(string text, PlacedBlock block, int start, int end, int most, List<Piece> pieces)
    {
        while (start < end)
        {
            var rest = text.AsSpan(start, end - start);
            var (length, tokens) = TokenEstimator.Fit(rest, most);
            if (length < rest.Length)
            {
                length = BreakBefore(rest, length);
                tokens = TokenEstimator.Count(rest[..length]);
            }
            if (Trim(text, start, start + length) is (var from, var to))
            {
                pieces.Add(new Piece(from, to, tokens, block));
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

        return char.IsLowSurrogate(text[length]) && length > 1 ? length - 1 : length;
    }

    private static int LineEnd(string text, int start, int end)
    {
        var line = text.IndexOf('\n', start, end - start);
        return line < 0 ? end : line + 1;
    }

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
