using Microsoft.Extensions.Options;
using SynthDataGen.Core.Documents.Extractors.Markup;

namespace SynthDataGen.Core.Documents.Extractors.Sheets;

/// <summary>Reads comma and tab separated values as tables, whatever the encoding and the delimiter.</summary>
public sealed class CsvExtractor(IOptions<ExtractionOptions> options) : IDocumentExtractor
{
    public bool Reads(string mediaType) => mediaType is MediaTypes.Csv or MediaTypes.Tsv;

    public async Task<Extraction> ExtractAsync(DocumentFile file, CancellationToken cancellationToken)
    {
        var text = TextDecoder.Decode(await File.ReadAllBytesAsync(file.Path, cancellationToken));
        var builder = new ExtractionBuilder(options.Value);
        var (delimiter, start) = CsvDelimiter.Of(text, file.MediaType == MediaTypes.Tsv);
        builder.LeaveOut("delimiter-line", text[..start]);
        var limits = new SheetLimits(options.Value);
        new SheetTables(builder, limits).Add(Rows(text, start, delimiter, limits, cancellationToken), cancellationToken);
        return builder.Build();
    }

    private static List<SheetRow> Rows(string text, int start, char delimiter, SheetLimits limits, CancellationToken cancellationToken)
    {
        var rows = new List<SheetRow>();
        var number = 0;
        foreach (var record in CsvRecords.Of(text, start, delimiter))
        {
            cancellationToken.ThrowIfCancellationRequested();
            number++;
            limits.Count(record.Count);
            var cells = record.Select((cell, i) => (Column: i + 1, Text: cell.Trim())).Where(cell => cell.Text.Length > 0).ToList();
            if (cells.Count > 0)
            {
                rows.Add(new SheetRow(number, cells));
            }
        }

        return rows;
    }
}
