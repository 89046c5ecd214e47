namespace SynthDataGen.Core.Documents.Extractors.Markup;

/// <summary>Knows the marks that list items have in plain text: <c>-</c>, <c>*</c>, <c>•</c>, <c>12.</c>, <c>3)</c>, <c>a.</c> and <c>b)</c>.</summary>
internal static class ItemMark
{
    private const int MostDigits = 3;

    /// <summary>How much white space stands before the mark; null where the text does not begin with one, white space and words.</summary>
    public static int? Indent(ReadOnlySpan<char> text)
    {
        var mark = text.TrimStart();
        var length = Length(mark);
        return length > 0 && length < mark.Length && char.IsWhiteSpace(mark[length]) && !mark[length..].IsWhiteSpace() ? text.Length - mark.Length : null;
    }

    private static int Length(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] is '-' or '*' or '•')
        {
            return Math.Min(text.Length, 1);
        }

        var name = char.IsAsciiLetter(text[0]) ? 1 : 0;
        while (name < Math.Min(text.Length, MostDigits) && char.IsDigit(text[0]) && char.IsDigit(text[name]))
        {
            name++;
        }

        return name > 0 && name < text.Length && text[name] is '.' or ')' ? name + 1 : 0;
    }
}
