using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using SynthDataGen.Core.Export.Formats.Rows;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Core.Export.Formats.Plain;

/// <summary>Writes fields as cells; evidence as a cell of JSON.</summary>
internal sealed class CsvFieldSink : IFieldSink, IAsyncDisposable
{
    /// <summary>What makes a spreadsheet run a cell (OWASP, CSV Injection), with the wide forms that some take for the same; and what we put before it.</summary>
    private static readonly SearchValues<char> Guarded = SearchValues.Create("=+-@\t\r\n＝＋－＠'");

    private readonly ArrayBufferWriter<byte> bytes;
    private readonly ArrayBufferWriter<byte> evidenceBytes = new();
    private readonly Utf8JsonWriter evidenceJson;
    private bool inRow;

    public CsvFieldSink(ArrayBufferWriter<byte> bytes) => (this.bytes, evidenceJson) = (bytes, new(evidenceBytes, JsonText.Compact));

    public void EndRow()
    {
        bytes.Write("\r\n"u8);
        inRow = false;
    }

    public void Text(string? text) => Cell(text);

    public void Number(int number) => Cell(number.ToString(CultureInfo.InvariantCulture));

    public void Id(Guid id)
    {
        Span<char> text = stackalloc char[36];
        id.TryFormat(text, out _);
        Cell(text);
    }

    public void Time(DateTimeOffset? time) => Cell(time?.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture));

    public void Joined(IReadOnlyList<string> words, string separator) => Cell(words.Count == 1 ? words[0] : string.Join(separator, words));

    public void Evidence(IReadOnlyList<Evidence> evidence)
    {
        evidenceBytes.ResetWrittenCount();
        evidenceJson.Reset();
        evidenceJson.WriteEvidence(evidence);
        evidenceJson.Flush();
        Cell(Encoding.UTF8.GetString(evidenceBytes.WrittenSpan));
    }

    public ValueTask DisposeAsync() => evidenceJson.DisposeAsync();

    private void Cell(ReadOnlySpan<char> text)
    {
        // Any character takes three bytes at most, a quotation mark two.
        var to = bytes.GetSpan((3 * text.Length) + 4);
        var at = 0;
        if (inRow)
        {
            to[at++] = (byte)',';
        }

        inRow = true;
        to[at++] = (byte)'"';
        if (text is [var first, ..] && Guarded.Contains(first))
        {
            to[at++] = (byte)'\'';
        }

        for (var quote = text.IndexOf('"'); quote >= 0; quote = text.IndexOf('"'))
        {
            at += Encoding.UTF8.GetBytes(text[..(quote + 1)], to[at..]);
            to[at++] = (byte)'"';
            text = text[(quote + 1)..];
        }

        at += Encoding.UTF8.GetBytes(text, to[at..]);
        to[at++] = (byte)'"';
        bytes.Advance(at);
    }
}
