using System.Globalization;
using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Review;

/// <summary>A filter as an address: a link is a work order.</summary>
public static class PairAddress
{
    /// <summary>The path with the filter's parts that narrow, and a pair to begin with.</summary>
    public static string Of(string path, PairFilter filter, Guid? pair = null)
    {
        var query = string.Join('&', new (string Name, object? Value)[]
        {
            ("status", filter.Status), ("flag", filter.Flag), ("documentId", filter.DocumentId), ("runId", filter.RunId), ("search", filter.Search),
            ("sort", filter.Sort), ("type", filter.Type), ("difficulty", filter.Difficulty), ("reviewer", filter.Reviewer),
            ("minScore", filter.MinScore), ("maxScore", filter.MaxScore), ("from", Text(filter.From)), ("to", Text(filter.To)), ("tag", filter.Tag),
            ("clusterId", filter.ClusterId), ("stage", filter.Stage), ("assignee", filter.Assignee), ("pair", pair),
        }.Where(part => part.Value is not null and not "").Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!.ToString()!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    /// <summary>A time out of an address; null where it is none.</summary>
    public static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static string? Text(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
