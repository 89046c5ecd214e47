namespace SynthDataGen.Core.Documents.Extractors.Sheets;

/// <summary>Finds what separates the fields: the sign that cuts the first records into the most even rows.</summary>
internal static class CsvDelimiter
{
    private const int SampleLength = 65_536;
    private const int SampleRecords = 50;

    /// <summary>In the order of trust: a comma also stands in sentences and figures, a tab in neither.</summary>
    private static readonly char[] Candidates = ['\t', ';', '|', ','];

    /// <summary>The delimiter, and where the records begin: after a line that names the delimiter, if there is one.</summary>
    public static (char Delimiter, int Start) Of(string text, bool tabs)
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

    /// <summary>The share of records that have as many fields as most of those with several have.</summary>
    private static double Evenness(string sample, char delimiter)
    {
        var counts = CsvRecords.Of(sample, 0, delimiter, SampleLength).Take(SampleRecords).Where(record => record.Count > 1 || record[0].Length > 0).Select(record => record.Count).ToList();
        var most = counts.Where(count => count > 1).CountBy(count => count).Select(entry => entry.Value).DefaultIfEmpty(0).Max();
        return counts.Count == 0 ? 0 : (double)most / counts.Count;
    }
}
