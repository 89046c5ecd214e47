using Microsoft.Extensions.Options;
using SynthDataGen.Core.Documents.Extractors.Markup;

namespace SynthDataGen.Core.Documents.Extractors.Sheets;

/// <summary>Reads comma and tab separated values as tables, whatever the encoding and the delimiter.</summary>
public sealed class CsvExtractor(IOptions<ExtractionOptions> options) : IDocumentExtractor
{
    public bool Reads(string mediaType) => mediaType is MediaTypes.Csv or MediaTypes.Tsv;

    public async Task<Extraction> ExtractAsync(DocumentFile file, CancellationToken cancellationToken)
    {
        var text = await TextDecoder.ReadAsync(file.Path, options.Value, cancellationToken);
        var builder = new ExtractionBuilder(options.Value);
        var (delimiter, start) = CsvDelimiter.Of(text, file.MediaType == MediaTypes.Tsv);
        builder.LeaveOut("delimiter-line", text[..start]);
        new SheetTables(builder, new SheetLimits(options.Value)).Add(Rows(text, start, delimiter, options.Value.MaxCells), cancellationToken);
        return builder.Build();
    }

    /// <summary>The rows anew for each pass over them, one in memory at a time.</summary>
    private static IEnumerable<SheetRow> Rows(string text, int start, char delimiter, int mostCells)
    {
        var number = 0;
        foreach (var record in CsvRecords.Of(text, start, delimiter, mostCells))
        {
            number++;
            var cells = new List<(int Column, string Text)>(record.Count);
            for (var i = 0; i < record.Count; i++)
            {
                if (record[i].AsSpan().Trim() is { IsEmpty: false } words)
                {
                    cells.Add((i + 1, words.Length == record[i].Length ? record[i] : words.ToString()));
                }
            }

            if (cells.Count > 0)
            {
                yield return new SheetRow(number, cells);
            }
        }
    }
}
