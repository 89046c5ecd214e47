using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace SynthDataGen.Api.Documents;

/// <summary>What an upload may weigh. Section <c>Uploads</c>.</summary>
internal sealed class UploadOptions
{
    public const string Section = "Uploads";

    /// <summary>Largest request, all its files together, in bytes. Default: 1 GiB.</summary>
    [Range(1, long.MaxValue)]
    public long MaxRequestBytes { get; set; } = 1L << 30;
}

/// <summary>Tells the server the limit.</summary>
internal static class UploadServices
{
    public static void AddUploads(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<UploadOptions>().BindConfiguration(UploadOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        var limit = builder.Configuration.GetSection(UploadOptions.Section).Get<UploadOptions>()?.MaxRequestBytes ?? new UploadOptions().MaxRequestBytes;
        builder.Services.Configure<FormOptions>(options => options.MultipartBodyLengthLimit = limit);
        builder.Services.Configure<KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = limit);
    }
}
