using System.Text;

namespace SynthDataGen.Core.Generation.Replies;

/// <summary>Text from outside, made fit for the database: PostgreSQL holds neither NUL nor half a surrogate pair.</summary>
internal static class StorableText
{
    public static string Of(string text)
    {
        if (text.AsSpan().IndexOf('\0') < 0 && !text.Any(char.IsSurrogate))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone surrogate comes out of the enumeration as the replacement character.
            if (rune.Value != 0)
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }
}
