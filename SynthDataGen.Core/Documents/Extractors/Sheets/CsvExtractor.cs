using Microsoft.Extensions.Options;
using SynthDataGen.Core.Documents.Extractors.Markup;

namespace SynthDataGen.Core.Documents.Extractors.Sheets;

/// <summary>Reads comma and tab separated values as tables, whatever the encoding and the delimiter.</summary>
public sealed class CsvExtractor(IOptions<ExtractionOptions> options) : IDocumentExtractor
{
    private const int SampleLength = 65_536;
    private const int SampleRecords = 50;

    /// <summary>The most reliable first: commas also occur in sentences and figures, tabs in neither.</summary>
    private static readonly char[] Candidates = ['\t', ';', '|', ','];

    public bool Reads(string mediaType) => mediaType is MediaTypes.Csv or MediaTypes.Tsv;

    public async Task<Extraction> ExtractAsync(DocumentFile file, CancellationToken cancellationToken)
    {
        var text = await TextDecoder.ReadAsync(file.Path, options.Value, cancellationToken);
        var builder = new ExtractionBuilder(options.Value);
        var (delimiter, start) = FindDelimiter(text, file.MediaType == MediaTypes.Tsv);
        builder.LeaveOut("delimiter-line", text[..start]);
        new SheetTables(builder, new SheetLimits(options.Value)).Add(Rows(text, start, delimiter, options.Value.MaxCells), cancellationToken);
        return builder.Build();
    }

    /// <summary>The rows, read again for each pass, one in memory at a time.</summary>
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

    /// <summary>Finds the sign that cuts the first records into the most even rows, and where the records begin: after a line that names the delimiter, if any.</summary>
    private static (char Delimiter, int Start) FindDelimiter(string text, bool tabs)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 5 && text[5] is '\r' or '\n')
        {
            return (text[4], text.AsSpan(5).StartsWith("\r\n") ? 7 : 6);
        }

        var sample = text.Length > SampleLength ? text[..SampleLength] : text;
        if (tabs && sample.Contains('\t', StringComparison.Ordinal))
        {
            return ('\t', 0);
        }

        var best = Candidates.MaxBy(candidate => Evenness(sample, candidate));
        return (Evenness(sample, best) > 0 ? best : ',', 0);
    }

    /// <summary>The share of records that have the most common number of fields.</summary>
    private static double Evenness(string sample, char delimiter)
    {
        var counts = CsvRecords.Of(sample, 0, delimiter, SampleLength).Take(SampleRecords).Where(record => record.Count > 1 || record[0].Length > 0).Select(record => record.Count).ToList();
        var most = counts.Where(count => count > 1).CountBy(count => count).Select(entry => entry.Value).DefaultIfEmpty(0).Max();
        return counts.Count == 0 ? 0 : (double)most / counts.Count;
    }
}
