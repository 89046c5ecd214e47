using System.Text;
using System.Text.Json;
using SynthDataGen.Core.Documents.Extractors.Sheets;

namespace SynthDataGen.Core.Export.Contamination;

/// <summary>Reads the texts of a benchmark's file: each string of JSON or JSON lines, each cell of CSV or TSV, each line of any other file.</summary>
public static class BenchmarkReader
{
    /// <summary>The texts of the file.</summary>
    /// <param name="name">The file's name: its extension tells the format.</param>
    /// <param name="content">Its bytes, in UTF-8 unless a byte order mark says otherwise.</param>
    /// <exception cref="FormatException">The content does not match the extension; the message says where.</exception>
    public static IEnumerable<string> Read(string name, byte[] content) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".JSON" => Json(content),
        ".JSONL" or ".NDJSON" => JsonLines(content),
        ".CSV" => Cells(content, ','),
        ".TSV" => Cells(content, '\t'),
        _ => Lines(content),
    };

    private static IEnumerable<string> Json(byte[] content)
    {
        using var json = Parse(Bare(content), "The file");
        foreach (var text in StringsOf(json.RootElement))
        {
            yield return text;
        }
    }

    private static IEnumerable<string> JsonLines(byte[] content)
    {
        var number = 0;
        foreach (var line in Lines(content))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            using var json = Parse(Encoding.UTF8.GetBytes(line), $"Line {number}");
            foreach (var text in StringsOf(json.RootElement))
            {
                yield return text;
            }
        }
    }

    private static IEnumerable<string> Cells(byte[] content, char delimiter)
    {
        using var reader = Decoding(content);
        return CsvRecords.Of(reader.ReadToEnd(), 0, delimiter, int.MaxValue).SelectMany(record => record);
    }

    private static IEnumerable<string> Lines(byte[] content)
    {
        using var reader = Decoding(content);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static IEnumerable<string> StringsOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(StringsOf),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => StringsOf(property.Value)),
        _ => [],
    };

    private static JsonDocument Parse(ReadOnlyMemory<byte> json, string where)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException e)
        {
            throw new FormatException($"{where} is not JSON. Name a plain text with one text per line .txt.", e);
        }
    }

    private static StreamReader Decoding(byte[] content) => new(new MemoryStream(content), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);

    private static ReadOnlyMemory<byte> Bare(byte[] content) => content.AsMemory(content.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0);
}
