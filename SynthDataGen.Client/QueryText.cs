using System.Globalization;

namespace SynthDataGen.Client;

/// <summary>The query part of an address.</summary>
internal sealed class QueryText
{
    private readonly ILookup<string, string> parts;

    private QueryText(ILookup<string, string> parts) => this.parts = parts;

    /// <summary>Joins the parts that have a value.</summary>
    public static string Join(params ReadOnlySpan<(string Name, object? Value)> parts) => string.Join('&', parts.ToArray()
        .Select(part => (part.Name, Text: TextOf(part.Value)))
        .Where(part => part.Text.Length > 0)
        .Select(part => $"{part.Name}={Uri.EscapeDataString(part.Text)}"));

    /// <summary>Puts queries together.</summary>
    public static string Concat(params ReadOnlySpan<string?> queries) => string.Join('&', queries.ToArray().Where(query => !string.IsNullOrEmpty(query)));

    /// <summary>A path with queries.</summary>
    public static string Address(string path, params ReadOnlySpan<string?> queries) => Concat(queries) is { Length: > 0 } query ? $"{path}?{query}" : path;

    /// <summary>Reads what follows the question mark of an address.</summary>
    public static QueryText Of(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var query = address.Split('#', 2)[0].Split('?', 2) is [_, var text] ? text : "";
        return new(query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2))
            .ToLookup(part => Unescape(part[0]), part => part is [_, var value] ? Unescape(value) : "", StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>All values under a name.</summary>
    public IEnumerable<string> All(string name) => parts[name];

    /// <summary>The first value without surrounding white space; null if nothing is left of it.</summary>
    public string? Text(string name) => parts[name].FirstOrDefault()?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A whole number; null if it isn't one.</summary>
    public int? Number(string name) =>
        int.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>An id; null if it isn't one.</summary>
    public Guid? Id(string name) => Guid.TryParse(Text(name), out var id) ? id : null;

    /// <summary>A time, in UTC unless it says otherwise; null if it isn't one.</summary>
    public DateTimeOffset? Time(string name) =>
        DateTimeOffset.TryParse(Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static string TextOf(object? value) => value switch
    {
        null => "",
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
