using System.Net;
using Microsoft.AspNetCore.Http.Features;
using SynthDataGen.Client;
using SynthDataGen.Client.Documents;
using SynthDataGen.Web.Workspaces;

namespace SynthDataGen.Web.Documents;

/// <summary>Takes one file from the browser and streams it on to the Api; nothing is kept here.</summary>
internal static class UploadEndpoint
{
    public static void MapUpload(this IEndpointRouteBuilder routes) => routes.MapPost("/upload", UploadAsync).DisableAntiforgery();

    private static async Task<IResult> UploadAsync(string name, HttpContext context, ApiAccess api, WebOptions options, CancellationToken cancellationToken)
    {
        var request = context.Request;
        if (!SameOrigin.Sent(request) || request.Headers.XRequestedWith != "XMLHttpRequest")
        {
            return Refused(name, "elsewhere", "Uploads are taken from this app's own pages only.", HttpStatusCode.Forbidden);
        }

        if (api.For(context.User) is not { } signedIn)
        {
            return Refused(name, "signed-out", "The sign-in has expired. Sign in and upload it again.", HttpStatusCode.Unauthorized);
        }

        if (request.ContentLength > options.MaxUploadBytes)
        {
            return Refused(name, "too-large", $"It is larger than the {options.MaxUploadBytes / 1024 / 1024} MiB that may be uploaded.", HttpStatusCode.RequestEntityTooLarge);
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
