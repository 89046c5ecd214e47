namespace SynthDataGen.Web.Parts;

/// <summary>Numbers and times as people read them.</summary>
public static class Words
{
    /// <summary>1,234,567.</summary>
    public static string Number(long number) => number.ToString("N0");

    /// <summary>"1 pair", "1,200 pairs".</summary>
    public static string Count(long number, string one, string? many = null) => $"{number:N0} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary>"12.4 MB".</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1_000 => $"{bytes} B",
        < 1_000_000 => $"{bytes / 1_000d:0} kB",
        < 1_000_000_000 => $"{bytes / 1_000_000d:0.0} MB",
        _ => $"{bytes / 1_000_000_000d:0.0} GB",
    };

    /// <summary>"just now", "5 min ago", "3 days ago".</summary>
    public static string Ago(TimeSpan age) => age switch
    {
        { TotalSeconds: < 60 } => "just now",
        { TotalMinutes: < 60 } => $"{(int)age.TotalMinutes} min ago",
        { TotalHours: < 24 } => $"{(int)age.TotalHours} h ago",
        { TotalDays: < 2 } => "yesterday",
        _ => $"{(int)age.TotalDays} days ago",
    };

    /// <summary>"40 s", "3 min", "1 h 20 min".</summary>
    public static string Duration(TimeSpan time) => time switch
    {
        { TotalSeconds: < 90 } => $"{Math.Ceiling(time.TotalSeconds):0} s",
        { TotalMinutes: < 60 } => $"{Math.Round(time.TotalMinutes):0} min",
        _ => $"{(int)time.TotalHours} h {time.Minutes} min",
    };

    /// <summary>A percentage that shows 100 % only for everything and 0 % only for nothing.</summary>
    public static string Percent(long part, long whole)
    {
        if (whole == 0)
        {
            return "–";
        }

        var percent = 100d * part / whole;
        return part > 0 && percent < 0.1 ? "< 0.1 %" : part < whole && percent > 99.9 ? "> 99.9 %" : $"{percent:0.#} %";
    }
}

/// <summary>Text typed into a field.</summary>
public static class FieldText
{
    /// <summary>The trimmed text; null if nothing is left.</summary>
    public static string? OrNull(object? value) => value is string text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
