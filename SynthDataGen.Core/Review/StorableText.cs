namespace SynthDataGen.Core.Review;

/// <summary>What people type: PostgreSQL holds neither NUL nor half a surrogate pair, and changes nothing by itself.</summary>
public static class StorableText
{
    /// <summary>Whether it can be kept as it is.</summary>
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
}
