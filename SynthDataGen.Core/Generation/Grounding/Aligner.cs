namespace SynthDataGen.Core.Generation.Grounding;

/// <summary>
/// Finds where a pattern fits into a text with the fewest edits, by the bit-parallel method of Myers (1999) in its block form
/// of Hyyrö (2003): 64 cells of the edit matrix a step, so a quote of 300 characters costs five steps a character of text.
/// </summary>
internal static class Aligner
{
    /// <summary>The span of the best fit and its edits, or null if every fit needs more than <paramref name="maxEdits"/>.</summary>
    public static (int Start, int End, int Edits)? Find(string text, string pattern, int maxEdits)
    {
        var (end, edits) = BestEnd(text, pattern);
        if (edits > maxEdits)
        {
            return null;
        }

        // The same search, run backwards from there, finds where the fit starts.
        var from = Math.Max(0, end - pattern.Length - edits);
        var (length, _) = BestEnd(Reverse(text[from..end]), Reverse(pattern), anchored: true);
        return (end - length, end, edits);
    }

    private static string Reverse(string text)
    {
        var characters = text.ToCharArray();
        Array.Reverse(characters);
        return new(characters);
    }

    /// <summary>Where the best fit ends. An anchored fit starts at the text's first character.</summary>
    private static (int End, int Edits) BestEnd(string text, string pattern, bool anchored = false)
    {
        var blocks = (pattern.Length + 63) / 64;
        var matches = Matches(pattern, blocks);
        var none = new ulong[blocks];
        var (plus, minus) = (new ulong[blocks], new ulong[blocks]);
        Array.Fill(plus, ulong.MaxValue);
        var lastRow = 1UL << ((pattern.Length - 1) % 64);
        var (edits, best, end) = (pattern.Length, pattern.Length, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var match = matches.GetValueOrDefault(text[i], none);
            var carry = anchored ? 1 : 0;
            for (var block = 0; block < blocks; block++)
            {
                var row = block == blocks - 1 ? lastRow : 1UL << 63;
                carry = Step(ref plus[block], ref minus[block], match[block], carry, row);
            }

            edits += carry;
            if (edits < best)
            {
                (best, end) = (edits, i + 1);
            }
        }

        return (end, best);
    }

    /// <summary>One column of one block: takes the horizontal difference from above and returns the one at <paramref name="row"/>.</summary>
    private static int Step(ref ulong plus, ref ulong minus, ulong match, int carry, ulong row)
    {
        var vertical = match | minus;
        if (carry < 0)
        {
            match |= 1;
        }

        var diagonal = (((match & plus) + plus) ^ plus) | match;
        var horizontalPlus = minus | ~(diagonal | plus);
        var horizontalMinus = plus & diagonal;
        var below = (horizontalPlus & row) != 0 ? 1 : (horizontalMinus & row) != 0 ? -1 : 0;
        horizontalPlus = (horizontalPlus << 1) | (carry > 0 ? 1UL : 0);
        horizontalMinus = (horizontalMinus << 1) | (carry < 0 ? 1UL : 0);
        plus = horizontalMinus | ~(vertical | horizontalPlus);
        minus = horizontalPlus & vertical;
        return below;
    }

    private static Dictionary<char, ulong[]> Matches(string pattern, int blocks)
    {
        var matches = new Dictionary<char, ulong[]>();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (!matches.TryGetValue(pattern[i], out var bits))
            {
                matches[pattern[i]] = bits = new ulong[blocks];
            }

            bits[i / 64] |= 1UL << (i % 64);
        }

        return matches;
    }
}
