using System.Buffers;
using System.Globalization;
using System.Text;

namespace SynthDataGen.Core.Storage;

/// <summary>
/// Maps keys to relative paths and back, one to one. A key is its own path unless a file system could not hold it or would take it
/// for something else; such a key is percent-encoded, and so is one that looks like an encoded one.
/// </summary>
internal static class KeyPath
{
    /// <summary>Longest key: what S3 takes, in UTF-8 bytes.</summary>
    public const int MaxKeyBytes = 1024;

    private const int MaxNameBytes = 255;
    private const string EmptyName = "%";
    private const string Continues = "%+";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly SearchValues<char> Unsafe = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Select(code => (char)code), '\x7f', .. Path.GetInvalidFileNameChars().Where(letter => letter != '/')]);

    /// <summary>The path, below the bucket's folder, of the file that holds the key's object.</summary>
    /// <exception cref="StorageException">No store can hold such a key.</exception>
    public static string Encode(string key)
    {
        Check(key);
        return key.Split('/').All(IsPlain) && Decode(key) == key ? key : Escape(key);
    }

    /// <summary>The key whose object is at the path; null if no key leads to it.</summary>
    public static string? Decode(string path) => Unescape(path) is { } key && key != path && IsKey(key) && Encode(key) == path
        ? key
        : path.Split('/').All(IsPlain) ? path : null;

    public static void Check(string key)
    {
        if (!IsKey(key))
        {
            throw new StorageException($"A key must have 1 to {MaxKeyBytes} bytes of valid Unicode text.");
        }
    }

    private static bool IsKey(string key)
    {
        try
        {
            return key.Length > 0 && Utf8.GetByteCount(key) <= MaxKeyBytes;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }

    private static bool IsPlain(string name) =>
        name.Length > 0 && name[0] != '.' && !name.AsSpan().ContainsAny(Unsafe) && Encoding.UTF8.GetByteCount(name) <= MaxNameBytes;

    private static string Escape(string key) => string.Join('/', key.Split('/').Select(name => name.Length == 0 ? EmptyName : EscapeName(name)));

    /// <summary>Encodes one name; one that is too long for a file is cut into names marked as continued.</summary>
    private static string EscapeName(string name)
    {
        var path = new StringBuilder();
        var bytes = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            var mustEscape = rune.Value == '%' || (rune.Value == '.' && path.Length == 0) || (rune.IsBmp && Unsafe.Contains((char)rune.Value));
            var written = mustEscape ? $"%{rune.Value:X2}" : rune.ToString();
            var length = Encoding.UTF8.GetByteCount(written);
            if (bytes + length + Continues.Length > MaxNameBytes)
            {
                path.Append(Continues).Append('/');
                bytes = 0;
                written = rune.Value == '.' ? "%2E" : written;
                length = Math.Max(length, written.Length);
            }

            path.Append(written);
            bytes += length;
        }

        return path.ToString();
    }

    private static string? Unescape(string path)
    {
        var key = new StringBuilder();
        var names = path.Split('/');
        for (var i = 0; i < names.Length; i++)
        {
            var continues = names[i].EndsWith(Continues, StringComparison.Ordinal);
            var name = continues ? names[i][..^Continues.Length] : names[i];
            if (name != EmptyName && !TryUnescapeName(name, key))
            {
                return null;
            }

            key.Append(continues || i == names.Length - 1 ? "" : "/");
        }

        return key.ToString();
    }

    private static bool TryUnescapeName(string name, StringBuilder key)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] != '%')
            {
                key.Append(name[i]);
            }
            else if (byte.TryParse(name.AsSpan(i + 1, Math.Min(2, name.Length - i - 1)), NumberStyles.AllowHexSpecifier, null, out var code))
            {
                key.Append((char)code);
                i += 2;
            }
            else
            {
                return false;
            }
        }

        return true;
    }
}
