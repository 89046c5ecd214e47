using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace SynthDataGen.Core.Tests.Storage;

/// <summary>
/// An HTTP server that says yes to everything, keeps the request lines letter by letter, and recomputes their AWS4 signature
/// (docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html), which the S3 server of the tests does not.
/// </summary>
internal sealed partial class RequestRecorder(WebApplication app) : IAsyncDisposable
{
    public const string Secret = "a secret of the tests";

    public ConcurrentQueue<string> Requests { get; } = new();

    public string Reply { get; set; } = "";

    public string Endpoint => app.Urls.Single();

    public static async Task<RequestRecorder> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var recorder = new RequestRecorder(app);
        app.Run(context =>
        {
            var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?');
            recorder.Requests.Enqueue($"{context.Request.Method} {target[0]} {(IsSigned(context.Request, target[0], target.ElementAtOrDefault(1) ?? "") ? "signed" : "forged")}");
            context.Response.Headers.ETag = "\"d41d8cd98f00b204e9800998ecf8427e\"";
            return context.Response.WriteAsync(recorder.Reply);
        });
        await app.StartAsync(cancellationToken);
        return recorder;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static bool IsSigned(HttpRequest request, string path, string query)
    {
        var parts = Authorization().Match(request.Headers.Authorization.ToString());
        var (scope, names, signature) = (parts.Groups["scope"].Value, parts.Groups["names"].Value, parts.Groups["signature"].Value);
        var parameters = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Contains('=') ? part : part + "=").Order(StringComparer.Ordinal);
        var headers = string.Concat(names.Split(';').Select(name => $"{name}:{request.Headers[name].ToString().Trim()}\n"));
        var canonical = string.Join('\n', request.Method, path, string.Join('&', parameters), headers, names, request.Headers["x-amz-content-sha256"]);
        var toSign = string.Join('\n', "AWS4-HMAC-SHA256", request.Headers["x-amz-date"], scope, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))));
        var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + Secret), Hmac);
        return Convert.ToHexStringLower(Hmac(key, toSign)) == signature;
    }

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    [GeneratedRegex("Credential=[^/]+/(?<scope>[^,]+), ?SignedHeaders=(?<names>[^,]+), ?Signature=(?<signature>[0-9a-f]+)")]
    private static partial Regex Authorization();
}
