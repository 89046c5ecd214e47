using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SynthDataGen.Testing;

/// <summary>Turns a PDF into what a scanner produces: pages of gray pictures without any text.</summary>
public static class ScannedPdf
{
    private const int Dpi = 200;

    /// <summary>Whether Tesseract is installed with these languages.</summary>
    public static bool CanBeRead(params ReadOnlySpan<string> languages)
    {
        if (!File.Exists("/usr/bin/tesseract"))
        {
            return false;
        }

        var installed = Encoding.UTF8.GetString(Run("tesseract", "--list-langs")).Split('\n', StringSplitOptions.TrimEntries);
        return languages.ToArray().All(language => installed.Contains(language, StringComparer.Ordinal));
    }

    /// <summary>These pages of the PDF, from 1, as pictures.</summary>
    public static byte[] Of(string path, params ReadOnlySpan<int> pages) => Write([.. pages.ToArray().Select(page => Draw(path, page))]);

    private static (int Width, int Height, byte[] Gray) Draw(string path, int page)
    {
        var picture = Run("pdftoppm", "-gray", "-r", $"{Dpi}", "-f", $"{page}", "-l", $"{page}", path);
        // P5, width, height, 255, each followed by white space; then one byte per pixel.
        var head = Encoding.ASCII.GetString(picture, 0, 32).Split((char[])['\n', ' ']);
        var (width, height) = (int.Parse(head[1], CultureInfo.InvariantCulture), int.Parse(head[2], CultureInfo.InvariantCulture));
        return (width, height, picture[^(width * height)..]);
    }

    private static byte[] Write(List<(int Width, int Height, byte[] Gray)> pictures)
    {
        using var file = new MemoryStream();
        var places = new List<long>();
        Add("%PDF-1.4\n"u8);
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object($"<< /Type /Pages /Count {pictures.Count} /Kids [{string.Join(' ', pictures.Select((_, i) => $"{3 + 3 * i} 0 R"))}] >>");
        foreach (var (width, height, gray) in pictures)
        {
            var (points, content) = ($"{width * 72 / Dpi} {height * 72 / Dpi}", $"q {width * 72 / Dpi} 0 0 {height * 72 / Dpi} 0 0 cm /Scan Do Q");
            var next = places.Count + 2;
            Object($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {points}] /Contents {next} 0 R /Resources << /XObject << /Scan {next + 1} 0 R >> >> >>");
            Stream("", Encoding.ASCII.GetBytes(content));
            Stream($"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode ", Pack(gray));
        }

        var table = file.Length;
        Add(Encoding.ASCII.GetBytes($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:D10} 00000 n \n"))}"));
        Add(Encoding.ASCII.GetBytes($"trailer << /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();

        void Add(ReadOnlySpan<byte> bytes) => file.Write(bytes);

        void Object(string text) => Stream(text, null);

        void Stream(string text, byte[]? content)
        {
            places.Add(file.Length);
            Add(Encoding.ASCII.GetBytes(content is null ? $"{places.Count} 0 obj\n{text}\n" : $"{places.Count} 0 obj\n<< {text}/Length {content.Length} >>\nstream\n"));
            Add(content);
            Add(content is null ? "endobj\n"u8 : "\nendstream\nendobj\n"u8);
        }
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            zlib.Write(bytes);
        }

        return packed.ToArray();
    }

    private static byte[] Run(string tool, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return process.ExitCode == 0 ? output.ToArray() : throw new InvalidOperationException($"{tool} ended with {process.ExitCode}.");
    }
}
