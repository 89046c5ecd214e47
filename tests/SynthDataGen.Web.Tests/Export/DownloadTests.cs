using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using SynthDataGen.Web.Export.Snapshots;
using SynthDataGen.Web.Tests.CannedApi;

namespace SynthDataGen.Web.Tests.Export;

/// <summary>Downloads of exports through the whole browser app.</summary>
public sealed class DownloadTests : IAsyncLifetime
{
    private readonly WebApplicationFactory<Program> web = new();
    private CannedServer api = null!;
    private HttpClient browser = null!;

    private Guid Id => api.Data.Exports.Exports[2].Id;

    public async ValueTask InitializeAsync()
    {
        api = await CannedServer.StartAsync();
        api.Data.Exports.Fill();
        browser = web.WithWebHostBuilder(host => host.UseSetting("services:api:http:0", api.Address)).CreateClient();
        using var reply = await browser.GetAsync($"/signin?token={CannedData.Secret}", TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await web.DisposeAsync();
        await api.DisposeAsync();
    }

    [Fact]
    public async Task An_archive_has_the_name_of_its_export()
    {
        using var reply = await browser.GetAsync(ExportFileAddress.Archive(Id), TestContext.Current.CancellationToken);
        reply.Content.Headers.ContentDisposition!.FileName.ShouldBe("default-export-3-sharegpt.zip");
        (await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("PK");
    }

    [Fact]
    public async Task A_file_is_saved_and_never_shown()
    {
        using var reply = await browser.GetAsync(ExportFileAddress.File(Id, "data/train & more.html"), TestContext.Current.CancellationToken);
        reply.Content.Headers.ContentDisposition!.FileName.ShouldBe("train & more.html");
        reply.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
    }

    [Fact]
    public async Task A_report_is_shown_in_a_sandbox()
    {
        using var reply = await browser.GetAsync(ExportFileAddress.File(Id, ExportFileAddress.Report), TestContext.Current.CancellationToken);
        reply.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        reply.Content.Headers.ContentDisposition.ShouldBeNull();
        reply.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("sandbox; default-src 'none'");
    }

    [Fact]
    public async Task A_refusal_of_the_api_is_passed_on()
    {
        using var reply = await browser.GetAsync(ExportFileAddress.Archive(Guid.CreateVersion7()), TestContext.Current.CancellationToken);
        reply.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
