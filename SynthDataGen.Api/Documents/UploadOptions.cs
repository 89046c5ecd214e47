using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace SynthDataGen.Api.Documents;

/// <summary>How large uploads may be. Section <c>Uploads</c>.</summary>
internal sealed class UploadOptions
{
    public const string Section = "Uploads";

    /// <summary>Largest upload in bytes, all its files together. Default: 1 GiB.</summary>
    [Range(1, long.MaxValue)]
    public long MaxRequestBytes { get; set; } = 1L << 30;
}

/// <summary>Keeps request bodies small, except for uploads by people who may upload.</summary>
internal static class Uploads
{
    /// <summary>Largest body of all other requests: an edit of the longest question and answer, escaped as JSON, has 1.2 MB.</summary>
    public const long MaxOtherBytes = 2 << 20;

    public static void AddUploads(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<UploadOptions>().BindConfiguration(UploadOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<FormOptions>().Configure<IOptions<UploadOptions>>((form, uploads) => form.MultipartBodyLengthLimit = uploads.Value.MaxRequestBytes);
        builder.Services.Configure<KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = MaxOtherBytes);
    }

    /// <summary>Comes after the checks of who calls: the body has not been read yet, and now it may be large.</summary>
    public static void UseUploads(this WebApplication app)
    {
        var limit = app.Services.GetRequiredService<IOptions<UploadOptions>>().Value.MaxRequestBytes;
        app.Use((context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<UploadMark>() is not null
                && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            {
                size.MaxRequestBodySize = limit;
            }

            return next(context);
        });
    }

    /// <summary>This endpoint takes files.</summary>
    public static void TakesUploads(this RouteHandlerBuilder endpoint) => endpoint.DisableAntiforgery().WithMetadata(new UploadMark());

    private sealed class UploadMark;
}
