using System.Text;

namespace SynthDataGen.Core.Documents.Extractors.Sheets;

/// <summary>Cuts text into records of fields. Quoted fields may hold delimiters, line ends and doubled quotes; an unclosed quote is an ordinary character.</summary>
internal static class CsvRecords
{
    /// <summary>The records one by one; a record of more than so many fields exceeds the limit.</summary>
    public static IEnumerable<List<string>> Of(string text, int start, char delimiter, int mostFields)
    {
        var record = new List<string>();
        var quotes = true;
        for (var at = start; at < text.Length;)
        {
            var end = quotes && text[at] == '"' ? Quoted(text, at, delimiter, record) : Plain(text, at, delimiter, record);
            if (end < 0)
            {
                // No quote from here on ends a field, so don't search again: the time stays linear.
                quotes = false;
                continue;
            }

            at = end + 1;
            if (end < text.Length && text[end] == delimiter)
            {
                if (record.Count > mostFields)
                {
                    throw Fault.TooLarge("cells in one table", mostFields);
                }

                continue;
            }

            at += end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 1 : 0;
            yield return record;
            record = [];
        }

        if (record.Count > 0)
        {
            yield return record;
        }
    }

    /// <summary>Takes a field up to the delimiter or the line's end, and returns the place of that.</summary>
    private static int Plain(string text, int at, char delimiter, List<string> record)
    {
        var length = text.AsSpan(at).IndexOfAny(delimiter, '\r', '\n');
        var end = length < 0 ? text.Length : at + length;
        record.Add(text[at..end]);
        return end;
    }

    private static int Quoted(string text, int at, char delimiter, List<string> record)
    {
        var field = new StringBuilder();
        for (var i = at + 1; i < text.Length; i++)
        {
            var next = text.IndexOf('"', i);
            if (next < 0)
            {
                return -1;
            }

            field.Append(text, i, next - i);
            i = next + 1;
            if (i >= text.Length || text[i] != '"')
            {
                // Text between the closing quote and the delimiter still belongs to the field.
                var rest = new List<string>();
                var end = Plain(text, i, delimiter, rest);
                record.Add(field.Append(rest[0]).ToString());
                return end;
            }

            field.Append('"');
        }

        return -1;
    }
}
