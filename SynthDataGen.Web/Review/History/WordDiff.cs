using System.Globalization;
using DiffPlex;
using DiffPlex.Model;

namespace SynthDataGen.Web.Review.History;

/// <summary>What happened to a stretch of text.</summary>
public enum Change
{
    Kept,
    Removed,
    Added,
}

/// <summary>A stretch of the old text, of the new one, or of both.</summary>
public sealed record DiffPart(Change Change, string Text);

/// <summary>The difference between two texts word by word (Myers' algorithm, by DiffPlex).</summary>
public static class WordDiff
{
    /// <summary>Beyond this many words in total, the whole text shows as replaced: the work grows with the square of the difference.</summary>
    private const int MostWords = 6_000;

    /// <summary>Kept and removed parts make up the old text, kept and added parts the new one.</summary>
    public static IReadOnlyList<DiffPart> Of(string before, string after)
    {
        if (before == after)
        {
            return [new(Change.Kept, before)];
        }

        var (old, now) = (Words(before), Words(after));
        return old.Length + now.Length > MostWords
            ? [new(Change.Removed, before), new(Change.Added, after)]
            : Parts(old, now, new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, Words));
    }

    private static List<DiffPart> Parts(string[] old, string[] now, DiffResult diff)
    {
        var parts = new List<DiffPart>();
        var (removed, added, at) = ("", "", 0);
        foreach (var block in diff.DiffBlocks)
        {
            var kept = string.Concat(old[at..block.DeleteStartA]);
            if (string.IsNullOrWhiteSpace(kept) && removed.Length + added.Length > 0)
            {
                // Consecutive replacements read better as one.
                (removed, added) = (removed + kept, added + kept);
            }
            else
            {
                AddAll(parts, removed, added, kept);
                (removed, added) = ("", "");
            }

            at = block.DeleteStartA + block.DeleteCountA;
            removed += string.Concat(old[block.DeleteStartA..at]);
            added += string.Concat(now[block.InsertStartB..(block.InsertStartB + block.InsertCountB)]);
        }

        AddAll(parts, removed, added, string.Concat(old[at..]));
        return parts;
    }

    private static void AddAll(List<DiffPart> parts, string removed, string added, string kept) =>
        parts.AddRange(new DiffPart[] { new(Change.Removed, removed), new(Change.Added, added), new(Change.Kept, kept) }.Where(part => part.Text.Length > 0));

    private static string[] Words(string text)
    {
        var words = new List<string>();
        for (var (start, end) = (0, 0); start < text.Length; start = end)
        {
            end = EndOf(text, start);
            words.Add(text[start..end]);
        }

        return [.. words];
    }

    /// <summary>A word, white space, or a single whole character.</summary>
    private static int EndOf(string text, int start)
    {
        var (kind, end) = (KindOf(text[start]), start + 1);
        if (kind == Kind.Alone)
        {
            return char.IsHighSurrogate(text[start]) && end < text.Length && char.IsLowSurrogate(text[end]) ? end + 1 : end;
        }

        while (end < text.Length && KindOf(text[end]) == kind)
        {
            end++;
        }

        return end;
    }

    /// <summary>Kana and ideographs are words by themselves, because their scripts put no spaces between words.</summary>
    private static Kind KindOf(char one) => one switch
    {
        >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' => Kind.Alone,
        _ when char.IsLetter(one) || char.IsNumber(one) || IsMark(one) => Kind.Word,
        _ when char.IsWhiteSpace(one) => Kind.Space,
        _ => Kind.Alone,
    };

    private static bool IsMark(char one) =>
        char.GetUnicodeCategory(one) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private enum Kind
    {
        Word,
        Space,
        Alone,
    }
}
