using System.Text;

namespace SynthDataGen.Core.Documents.Extractors;

/// <summary>What kind a file is, by its first bytes and then by its key's ending.</summary>
public static class MediaTypes
{
    public const string Pdf = "application/pdf";
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Markdown = "text/markdown";
    public const string Html = "text/html";
    public const string Text = "text/plain";

    /// <summary>An OLE compound file: an old Office document, or a new one under a password.</summary>
    public const string Compound = "application/x-ole-storage";

    /// <summary>What is not known here.</summary>
    public const string Unknown = "application/octet-stream";

    /// <summary>How many first bytes <see cref="Of"/> looks at.</summary>
    public const int BytesNeeded = 1024;

    private static readonly byte[] CompoundSignature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The media type of a file with this key and these first bytes; <see cref="Unknown"/> where it is none of ours.</summary>
    public static string Of(string key, ReadOnlySpan<byte> firstBytes)
    {
        var head = firstBytes[..Math.Min(firstBytes.Length, BytesNeeded)];
        // Readers accept a PDF whose header stands within the first kilobyte.
        if (head.IndexOf("%PDF-"u8) >= 0)
            return Pdf;
        if (head.StartsWith(CompoundSignature))
            return Compound;
        var named = OfName(key);
        if (head.StartsWith("PK"u8))
            return named == Word ? Word : Unknown;
        if (named is Pdf or Word)
            return named;
        if (!LooksLikeText(head))
            return Unknown;
        return named is Text or Unknown && LooksLikeHtml(head) ? Html : named == Unknown && !HasExtension(key) ? Text : named;
    }

    /// <summary>What a key's ending promises.</summary>
    public static string OfName(string key) =>
        key[(key.LastIndexOf('.') + 1)..].ToUpperInvariant() switch
        {
            "PDF" => Pdf,
            "DOCX" or "DOCM" or "DOTX" => Word,
            "MD" or "MARKDOWN" or "MDOWN" => Markdown,
            "HTML" or "HTM" or "XHTML" => Html,
            "TXT" or "TEXT" or "LOG" or "RST" or "ASC" => Text,
            _ => Unknown,
        };

    private static bool HasExtension(string key) => key.LastIndexOf('.') > key.LastIndexOf('/');

    private static bool LooksLikeText(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith(Encoding.Unicode.Preamble) || head.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return true;
        return head.IndexOf((byte)0) < 0;
    }

    private static bool LooksLikeHtml(ReadOnlySpan<byte> head)
    {
        var start = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }
}
