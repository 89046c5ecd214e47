using System.Runtime.InteropServices;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Chunks;

/// <summary>
/// Consecutive pieces of a section that stay together within the limit: a heading with what follows it, and a sentence that ends in a colon with the
/// list, table or code under it.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Unit(int From, int To, int Tokens)
{
    /// <summary>The unit that starts at <paramref name="from"/>. The whole list, or at least its first item, stays with its lead-in.</summary>
    public static Unit At(string text, List<Piece> section, int from, int most)
    {
        var headings = Grow(section, new(from, from, 0), most, piece => piece.Block.Kind == BlockKind.Heading);
        var start = headings.To;
        if (start == section.Count || headings.Tokens + section[start].Tokens > most)
        {
            return headings.To > from ? headings : new(from, from + 1, section[from].Tokens);
        }

        var unit = new Unit(from, start + 1, headings.Tokens + section[start].Tokens);
        if (!IsLeadIn(text, section, start))
        {
            return unit;
        }

        var kind = section[start + 1].Block.Kind;
        var list = Grow(section, unit, most, piece => piece.Block.Kind == kind);
        var isWhole = list.To == section.Count || section[list.To].Block.Kind != kind;
        return isWhole || list.To == unit.To ? list : new(from, unit.To + 1, unit.Tokens + section[unit.To].Tokens);
    }

    private static bool IsLeadIn(string text, List<Piece> section, int i) =>
        section[i].Block.Kind is BlockKind.Paragraph or BlockKind.ListItem
        && text[section[i].End - 1] is ':' or '：'
        && i + 1 < section.Count
        && section[i + 1].Block.Kind is BlockKind.ListItem or BlockKind.Table or BlockKind.Code;

    /// <summary>Extends the unit while the next piece belongs and fits.</summary>
    private static Unit Grow(List<Piece> section, Unit unit, int most, Func<Piece, bool> belongs)
    {
        var (to, tokens) = (unit.To, unit.Tokens);
        while (to < section.Count && belongs(section[to]) && tokens + section[to].Tokens <= most)
        {
            tokens += section[to++].Tokens;
        }

        return new(unit.From, to, tokens);
    }
}
