using System.Text;

namespace SynthDataGen.Core.Documents;

/// <summary>Makes outside text storable: PostgreSQL accepts neither NUL nor half a surrogate pair.</summary>
public static class StorableText
{
    /// <summary>Whether the text can be stored as it is.</summary>
    public static bool IsStorable(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The text, made fit: NUL left out, half a surrogate pair replaced.</summary>
    public static string Of(string text)
    {
        if (IsStorable(text))
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
