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
            ("status", filter.Status), ("flag", filter.Flag), ("documentId", filter.DocumentId), ("runId", filter.RunId), ("search", filter.Search), ("pair", pair),
        }.Where(part => part.Value is not null and not "").Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!.ToString()!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
