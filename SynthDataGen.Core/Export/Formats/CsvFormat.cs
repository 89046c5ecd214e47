using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using SynthDataGen.Core.Export.Formats.Rows;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Export.Formats;

/// <summary>
/// A table as in RFC 4180: a header line, then a line for each pair, cells in quotation marks, lines ended by CR LF. A cell that a spreadsheet would
/// run begins with an apostrophe, and so does one that begins with an apostrophe itself: a reader that strips one apostrophe gets the original text.
/// </summary>
internal sealed class CsvFormat : IDatasetFormat
{
    private static readonly IReadOnlyList<FieldColumn> Usual = FieldColumn.OfPair("quote");

    public string Name => "csv";

    public FormatNeeds Needs => FormatNeeds.None;

    public bool TakesRejected => false;

    public bool CarriesProvenance => true;

    public IReadOnlyList<Packaging> Packagings { get; } = [Packaging.Files];

    public FormatNeeds NeedsWith(ExportSettings settings) => FieldColumn.NeedsOf(FieldColumn.Chosen(settings, Usual));

    public string ExtensionIn(Packaging packaging) => "csv";

    public IDatasetWriter Open(Stream stream, ExportSettings settings, DatasetFile file) =>
        new Writer(stream, FieldColumn.Chosen(settings, Usual), new(settings.System, file.Part));

    /// <summary>Writes fields as cells, evidence as a cell of JSON.</summary>
    private sealed class Writer : DatasetWriter, IFieldSink
    {
        /// <summary>First characters that make a spreadsheet run a cell (OWASP, CSV Injection), their full-width forms, and the apostrophe that we put before them.</summary>
        private static readonly SearchValues<char> Guarded = SearchValues.Create("=+-@\t\r\n＝＋－＠'");

        private readonly IReadOnlyList<FieldColumn> columns;
        private readonly FileFacts facts;
        private readonly ArrayBufferWriter<byte> evidenceBytes = new();
        private readonly Utf8JsonWriter evidenceJson;
        private bool inRow;

        public Writer(Stream stream, IReadOnlyList<FieldColumn> columns, FileFacts facts)
            : base(stream)
        {
            (this.columns, this.facts) = (columns, facts);
            evidenceJson = new(evidenceBytes, JsonText.Compact);
            foreach (var column in columns)
            {
                Text(column.Name);
            }

            EndRow();
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

        public override ValueTask DisposeAsync() => evidenceJson.DisposeAsync();

        protected override bool Holds(ExportedPair pair) => true;

        protected override int Put(ExportedPair pair)
        {
            End();
            var start = Bytes.WrittenCount;
            for (var i = 0; i < columns.Count; i++)
            {
                columns[i].Field.Put(this, pair, facts);
            }

            return start;
        }

        protected override void End()
        {
            if (Rows > 0)
            {
                EndRow();
            }
        }

        private void EndRow()
        {
            Bytes.Write("\r\n"u8);
            inRow = false;
        }

        private void Cell(ReadOnlySpan<char> text)
        {
            // A character has at most three bytes, a quotation mark two.
            var to = Bytes.GetSpan((3 * text.Length) + 4);
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
            Bytes.Advance(at);
        }
    }
}
