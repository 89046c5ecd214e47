using System.Text;
using SynthDataGen.Core.Documents.Extractors.Markup;

namespace SynthDataGen.Core.Documents.Extractors;

/// <summary>Finds a file's type from its first bytes, then from its key's extension.</summary>
public static class MediaTypes
{
    public const string Pdf = "application/pdf";
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Slides = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    public const string Sheets = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Book = "application/epub+zip";
    public const string Csv = "text/csv";
    public const string Tsv = "text/tab-separated-values";
    public const string Markdown = "text/markdown";
    public const string Html = "text/html";
    public const string Text = "text/plain";

    /// <summary>An OLE compound file: an old Office document, or a new one under a password.</summary>
    public const string Compound = "application/x-ole-storage";

    /// <summary>Anything else.</summary>
    public const string Unknown = "application/octet-stream";

    /// <summary>How many first bytes <see cref="Of"/> looks at.</summary>
    public const int BytesNeeded = 1024;

    /// <summary>In a file named as text, one zero byte in so many counts as dirt.</summary>
    private const int LengthForZero = 32;

    private static readonly byte[] CompoundSignature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The media type of a file with this key and these first bytes; <see cref="Unknown"/> if it is none of ours.</summary>
    public static string Of(string key, ReadOnlySpan<byte> firstBytes)
    {
        var head = firstBytes[..Math.Min(firstBytes.Length, BytesNeeded)];
        // Readers accept a PDF whose header is within the first kilobyte.
        if (head.IndexOf("%PDF-"u8) >= 0)
        {
            return Pdf;
        }

        if (head.StartsWith(CompoundSignature))
        {
            return Compound;
        }

        var named = OfName(key);
        if (head.StartsWith("PK"u8))
        {
            return head.IndexOf("mimetypeapplication/epub+zip"u8) >= 0 ? Book : IsZipped(named) ? named : Unknown;
        }

        if (named == Pdf || IsZipped(named))
        {
            return named;
        }

        if (!LooksLikeText(head, named))
        {
            return Unknown;
        }

        return named is Text or Unknown && LooksLikeHtml(head) ? Html : named == Unknown && !HasExtension(key) ? Text : named;
    }

    /// <summary>The media type that a key's extension promises.</summary>
    public static string OfName(string key) =>
        key[(key.LastIndexOf('.') + 1)..].ToUpperInvariant() switch
        {
            "PDF" => Pdf,
            "DOCX" or "DOCM" or "DOTX" or "DOTM" => Word,
            "PPTX" or "PPTM" or "PPSX" or "PPSM" or "POTX" => Slides,
            "XLSX" or "XLSM" or "XLTX" => Sheets,
            "EPUB" => Book,
            "CSV" => Csv,
            "TSV" or "TAB" => Tsv,
            "MD" or "MARKDOWN" or "MDOWN" => Markdown,
            "HTML" or "HTM" or "XHTML" => Html,
            "TXT" or "TEXT" or "LOG" or "RST" or "ASC" => Text,
            _ => Unknown,
        };

    /// <summary>Whether the type is an Office format, which a password turns into a compound file.</summary>
    internal static bool IsOffice(string mediaType) => mediaType is Word or Slides or Sheets;

    private static bool IsZipped(string mediaType) => IsOffice(mediaType) || mediaType == Book;

    private static bool HasExtension(string key) => key.LastIndexOf('.') > key.LastIndexOf('/');

    /// <summary>Zero bytes are a sign of a binary file, unless they are halves of wide characters or few in a file named as text.</summary>
    private static bool LooksLikeText(ReadOnlySpan<byte> head, string named)
    {
        var zeros = head.Count((byte)0);
        return zeros == 0 || TextDecoder.IsWide(head) || (named != Unknown && zeros <= head.Length / LengthForZero);
    }

    private static bool LooksLikeHtml(ReadOnlySpan<byte> head)
    {
        var start = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }
}
