namespace SynthDataGen.Web.Workspaces;

/// <summary>Tells our own pages' requests from those that another site made the browser send.</summary>
internal static class SameOrigin
{
    public static bool Sent(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is "same-origin" or "none";
        }

        // Browsers leave Sec-Fetch-Site out on plain http addresses that are not localhost.
        var source = request.Headers.Origin.ToString() is { Length: > 0 } origin ? origin : request.Headers.Referer.ToString();
        return Uri.TryCreate(source, UriKind.Absolute, out var address)
            ? string.Equals(address.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
            : HttpMethods.IsGet(request.Method);
    }
}
