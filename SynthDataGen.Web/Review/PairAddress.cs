using System.Globalization;
using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Review;

/// <summary>A filter as an address, so that a link can assign work.</summary>
public static class PairAddress
{
    /// <summary>The path with what the filter narrows by, and a pair to begin with.</summary>
    public static string Of(string path, PairFilter filter, Guid? pair = null)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var query = string.Join('&', new[] { filter.ToQuery(), pair is null ? "" : $"pair={pair}" }.Where(part => part.Length > 0));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    /// <summary>A date field's time; null if it holds none.</summary>
    public static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
