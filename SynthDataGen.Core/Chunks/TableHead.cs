using System.Buffers;

namespace SynthDataGen.Core.Chunks;

/// <summary>The head of a table, <c>text[Start..End]</c>: its first row and the rule under it. Rows in later chunks mean nothing without it.</summary>
internal sealed record TableHead(int Start, int End, int Tokens)
{
    private static readonly SearchValues<char> RuleSigns = SearchValues.Create("|-: ");

    /// <summary>The head of the Markdown table in this span; null if it has none or an empty one.</summary>
    public static TableHead? Of(string text, int start, int end)
    {
        var row = Piece.LineEnd(text, start, end);
        var stop = Piece.LineEnd(text, row, end);
        var rule = text.AsSpan(row..stop).Trim();
        var isHead = rule.Contains("---", StringComparison.Ordinal) && !rule.ContainsAnyExcept(RuleSigns) && text.AsSpan(start..row).ContainsAnyExcept(" |\n");
        if (!isHead)
        {
            return null;
        }

        var trimmed = row + text.AsSpan(row..stop).TrimEnd().Length;
        return new(start, trimmed, TokenEstimator.Count(text.AsSpan(start..trimmed)));
    }
}
