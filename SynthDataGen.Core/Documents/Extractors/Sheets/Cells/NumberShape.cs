using System.Globalization;
using System.Text;

namespace SynthDataGen.Core.Documents.Extractors.Sheets.Cells;

/// <summary>One number format, as far as a cell's words need it. Dates are written as in ISO 8601, whatever the format's order.</summary>
internal sealed class NumberShape
{
    private const int LongestCode = 255;
    private const double LastDay = 2_958_466;

    private readonly StringBuilder prefix = new(), core = new(), suffix = new();
    private bool date, month, time, seconds, elapsed, odd;

    public static NumberShape General { get; } = new();

    public static NumberShape Parse(string code)
    {
        var shape = new NumberShape();
        if (code.Length <= LongestCode && !code.Contains("General", StringComparison.OrdinalIgnoreCase))
        {
            shape.Read(code);
        }

        return shape;
    }

    public string Show(double value, bool from1904)
    {
        if (date || time)
        {
            return elapsed ? Span(value) : Moment(from1904 ? value + 1462 : value) ?? Plain(value);
        }

        if (odd || core.Length == 0 || Math.Abs(value) > 1e27)
        {
            return Plain(value);
        }

        // Decimals have the fifteen digits that a spreadsheet shows of a double.
        var number = ((decimal)Math.Abs(value)).ToString(core.ToString(), CultureInfo.InvariantCulture);
        return (value < 0 ? "-" : "") + prefix + (number.Length > 0 ? number : "0") + suffix;
    }

    private void Read(string code)
    {
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            i = code[i] switch
            {
                '"' => Literal(code, i + 1, code.IndexOf('"', i + 1)),
                '\\' => Literal(code, i + 1, i + 2) - 1,
                '[' => Bracket(code, i),
                '_' or '*' => i + 1,
                _ => Sign(code, i),
            };
        }

        // An m with hours or seconds means minutes, else months.
        date |= month && !time;
    }

    private int Literal(string code, int start, int end)
    {
        end = end < 0 || end > code.Length ? code.Length : end;
        (core.Length == 0 ? prefix : suffix).Append(code, Math.Min(start, end), Math.Max(0, end - start));
        return end;
    }

    private int Bracket(string code, int start)
    {
        var end = code.IndexOf(']', start);
        if (end < 0)
        {
            return code.Length;
        }

        var inner = code[(start + 1)..end];
        if (inner.StartsWith('$'))
        {
            var dash = inner.IndexOf('-', StringComparison.Ordinal);
            Literal(inner, 1, dash < 0 ? inner.Length : dash);
        }

        elapsed |= inner.Length > 0 && inner.All(c => c is 'h' or 'H' or 'm' or 'M' or 's' or 'S');
        time |= elapsed;
        return end;
    }

    private int Sign(string code, int i)
    {
        switch (char.ToLowerInvariant(code[i]))
        {
            case 'y' or 'd':
                date = true;
                break;
            case 'h':
                time = true;
                break;
            case 's':
                time = seconds = true;
                break;
            case 'm':
                month = true;
                break;
            case 'a' or 'p':
                break;
            case '0' or '#' or '.' or ',' or '%' or 'e' or '+':
                core.Append(code[i]);
                break;
            case '?':
                core.Append('#');
                break;
            case '/' or '@':
                odd = true;
                break;
            default:
                Literal(code, i, i + 1);
                break;
        }

        return i;
    }

    private string? Moment(double value)
    {
        if (value is < 0 or >= LastDay)
        {
            return null;
        }

        // Spreadsheets count a 29 February 1900 that never was: earlier days are one further on.
        var moment = DateTime.FromOADate(value is >= 1 and < 60 ? value + 1 : value).AddMilliseconds(0.5);
        var clock = seconds ? "HH:mm:ss" : "HH:mm";
        return moment.ToString(date && time ? "yyyy-MM-dd " + clock : date ? "yyyy-MM-dd" : clock, CultureInfo.InvariantCulture);
    }

    private string Span(double value)
    {
        if (Math.Abs(value) >= LastDay)
        {
            return Plain(value);
        }

        var span = TimeSpan.FromSeconds(Math.Round(Math.Abs(value) * 86_400));
        var hours = $"{(value < 0 ? "-" : "")}{(int)span.TotalHours}:{span.Minutes:00}";
        return seconds ? $"{hours}:{span.Seconds:00}" : hours;
    }

    private static string Plain(double value) => value.ToString("G15", CultureInfo.InvariantCulture);
}
