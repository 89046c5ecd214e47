using System.Net;
using Microsoft.AspNetCore.Http.Features;
using SynthDataGen.Client;
using SynthDataGen.Client.Documents;
using SynthDataGen.Web.Workspaces;

namespace SynthDataGen.Web.Documents;

/// <summary>Streams one file from the browser to the Api; nothing is kept here.</summary>
internal static class UploadEndpoint
{
    public static void MapUpload(this IEndpointRouteBuilder routes) => routes.MapPost("/upload", UploadAsync).DisableAntiforgery();

    private static async Task<IResult> UploadAsync(string name, HttpContext context, ApiAccess api, WebOptions options, CancellationToken cancellationToken)
    {
        var request = context.Request;
        if (!SameOrigin.Sent(request) || request.Headers.XRequestedWith != "XMLHttpRequest")
        {
            return Refused(name, "elsewhere", "Uploads are only accepted from this app's own pages.", HttpStatusCode.Forbidden);
        }

        if (api.For(context.User) is not { } signedIn)
        {
            return Refused(name, "signed-out", "Your session has expired. Sign in and upload the file again.", HttpStatusCode.Unauthorized);
        }

        if (request.ContentLength > options.MaxUploadBytes)
        {
            return Refused(name, "too-large", $"The file is larger than the limit of {options.MaxUploadBytes / 1024 / 1024} MiB.", HttpStatusCode.RequestEntityTooLarge);
        }

        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = options.MaxUploadBytes;
        try
        {
            return Results.Ok(await signedIn.Streams.Documents.UploadAsync(name, request.Body, cancellationToken));
        }
        catch (SynthDataGenException e)
        {
            return Refused(name, e.Code, e.Message, e.Status == 0 ? HttpStatusCode.BadGateway : (HttpStatusCode)e.Status);
        }
    }

    private static IResult Refused(string name, string code, string message, HttpStatusCode status) =>
        Results.Json(new Uploaded(name, null, new Failure(code, message)), statusCode: (int)status);
}
