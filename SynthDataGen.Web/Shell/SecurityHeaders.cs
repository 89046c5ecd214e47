namespace SynthDataGen.Web.Shell;

/// <summary>Limits what the browser may do with our pages: run only our scripts, connect only to us, and never frame them.</summary>
internal static class SecurityHeaders
{
    // Radzen positions its popups with style attributes, hence unsafe-inline for styles; older browsers do not count web sockets as 'self'.
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; " +
        "connect-src 'self' ws: wss:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        Set(context.Response.Headers);
        return next(context);
    });

    public static void Set(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
    }
}
