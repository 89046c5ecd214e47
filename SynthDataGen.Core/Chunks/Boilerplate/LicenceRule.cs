using System.Buffers;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Chunks.Boilerplate;

/// <summary>Recognises licences by the wording of their terms, and copyright lines near them or in groups.</summary>
internal static class LicenceRule
{
    private const int FewestCopyrightLines = 3;
    private const int LongestCopyrightLine = 200;

    private static readonly SearchValues<string> Terms = SearchValues.Create([.. WordLists.Of(typeof(LicenceRule))[nameof(Terms)]], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Statements = SearchValues.Create(["{", " = ", "();"], StringComparison.Ordinal);

    public static void Mark(DocumentText document, ChunkKind?[] marks)
    {
        for (var i = 0; i < marks.Length; i++)
        {
            if (IsTerms(document, i) || IsCopyright(document, i))
            {
                i = MarkRun(document, i, marks);
            }
        }
    }

    /// <summary>Marks the notice that starts here, if it is one; single other blocks may be inside. Returns its last block.</summary>
    private static int MarkRun(DocumentText document, int first, ChunkKind?[] marks)
    {
        var (last, terms, copyrights) = (first, 0, 0);
        for (var i = first; i < marks.Length && i <= last + 2 && document.Blocks[i].Kind != BlockKind.Heading; i++)
        {
            var (isTerms, isCopyright) = (IsTerms(document, i), IsCopyright(document, i));
            last = isTerms || isCopyright ? i : last;
            terms += isTerms ? 1 : 0;
            copyrights += isCopyright ? 1 : 0;
        }

        if (terms > 0 || copyrights >= FewestCopyrightLines)
        {
            marks.AsSpan(first..(last + 1)).Fill(ChunkKind.Licence);
        }

        return last;
    }

    private static bool IsTerms(DocumentText document, int i) => document.Blocks[i].Kind switch
    {
        BlockKind.Paragraph or BlockKind.ListItem => Span(document, i).ContainsAny(Terms),
        // A listing often starts with its licence but is still code. One that a sentence introduces is an example.
        BlockKind.Code => Span(document, i).ContainsAny(Terms) && !Span(document, i).ContainsAny(Statements) && !IsLedInto(document, i),
        _ => false,
    };

    private static bool IsLedInto(DocumentText document, int i) =>
        i > 0 && document.Blocks[i - 1].Kind is BlockKind.Paragraph or BlockKind.ListItem && Span(document, i - 1).EndsWith(':');

    /// <summary>A line that begins like "Copyright © 1998" or "© 2021".</summary>
    private static bool IsCopyright(DocumentText document, int i)
    {
        var text = Span(document, i).TrimStart("-*• ");
        if (document.Blocks[i].Kind == BlockKind.Heading || text.Length is 0 or > LongestCopyrightLine || text[0] is not ('C' or 'c' or '©' or '('))
        {
            return false;
        }

        text = text.StartsWith("copyright", StringComparison.OrdinalIgnoreCase) ? text["copyright".Length..].TrimStart() : text;
        var sign = text.StartsWith("©", StringComparison.Ordinal) ? 1 : text.StartsWith("(c)", StringComparison.OrdinalIgnoreCase) ? 3 : 0;
        var year = text[sign..].TrimStart();
        return sign > 0 && year.Length >= 4 && !year[..4].ContainsAnyExceptInRange('0', '9');
    }

    private static ReadOnlySpan<char> Span(DocumentText document, int i) => document.Text.AsSpan(document.Blocks[i].Start..document.Blocks[i].End);
}
