using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using SynthDataGen.Web.Tests.CannedApi;

namespace SynthDataGen.Web.Tests.Workspaces;

/// <summary>The whole browser app on real Kestrel, in front of the canned Api.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private readonly WebApplicationFactory<Program> web = new();
    private CannedServer api = null!;
    private HttpClient browser = null!;

    public async ValueTask InitializeAsync()
    {
        api = await CannedServer.StartAsync();
        var app = web.WithWebHostBuilder(host => host.UseSetting("services:api:http:0", api.Address).UseSetting("Web:MaxUploadBytes", "1000"));
        app.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app.StartServer();
        browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = app.ClientOptions.BaseAddress };
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await web.DisposeAsync();
        await api.DisposeAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/documents")]
    [InlineData("/review/desk?flag=any")]
    [InlineData("/download/export.json")]
    [InlineData("/_blazor/negotiate")]
    [InlineData("/nothing/here")]
    public async Task Nothing_is_reachable_without_signing_in(string path)
    {
        using var reply = await browser.GetAsync(path, TestContext.Current.CancellationToken);
        new[] { HttpStatusCode.Redirect, HttpStatusCode.Unauthorized, HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotFound }.ShouldContain(reply.StatusCode);
        (await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("blazor.web.js");
    }

    [Fact]
    public async Task The_one_click_address_signs_in_and_leads_on()
    {
        using var reply = await browser.GetAsync($"/signin?token={CannedData.Secret}&returnUrl=%2Fdocuments", TestContext.Current.CancellationToken);
        reply.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        reply.Headers.Location!.ToString().ShouldBe("/documents");
        reply.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        var cookie = reply.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("synthdatagen=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        cookie.ShouldNotContain(CannedData.Token);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_in_a_sentence()
    {
        var page = await browser.GetStringAsync("/signin?token=wrong", TestContext.Current.CancellationToken);
        page.ShouldContain("That secret is unknown");
    }

    [Fact]
    public async Task Signing_in_leads_nowhere_else()
    {
        using var reply = await browser.GetAsync($"/signin?token={CannedData.Secret}&returnUrl=%2F%2Felsewhere.example", TestContext.Current.CancellationToken);
        reply.Headers.Location!.ToString().ShouldBe("/");
    }

    [Fact]
    public async Task Pages_tell_the_browser_what_they_may_do()
    {
        using var reply = await browser.GetAsync("/signin", TestContext.Current.CancellationToken);
        reply.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
        reply.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Fact]
    public async Task Health_is_open_to_all()
    {
        using var reply = await browser.GetAsync("/alive", TestContext.Current.CancellationToken);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_file_goes_through_to_the_api()
    {
        await SignInAsync();
        using var reply = await UploadAsync("Führung & Ziele.txt", 900, own: true);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        api.Data.Documents[0].Key.ShouldBe("Führung & Ziele.txt");
        api.Data.Documents[0].SizeBytes.ShouldBe(900);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_before_it_is_sent()
    {
        await SignInAsync();
        using var reply = await UploadAsync("large.txt", 1001, own: true);
        reply.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("too-large");
    }

    [Fact]
    public async Task Another_site_cannot_upload()
    {
        await SignInAsync();
        using var reply = await UploadAsync("foreign.txt", 10, own: false);
        reply.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        api.Data.Documents.ShouldNotContain(document => document.Key == "foreign.txt");
    }

    [Fact]
    public async Task The_export_downloads_under_a_name()
    {
        await SignInAsync();
        using var reply = await browser.GetAsync("/download/export.json", TestContext.Current.CancellationToken);
        reply.Content.Headers.ContentDisposition!.FileName!.ShouldStartWith("default-approved-");
        using var json = JsonDocument.Parse(await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        json.RootElement.GetProperty("pairs").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_page_of_a_document_is_a_picture()
    {
        await SignInAsync();
        using var reply = await browser.GetAsync($"/documents/{api.Data.Handbook.Id}/pages/2.png", TestContext.Current.CancellationToken);
        reply.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await SignInAsync();
        using var reply = await browser.GetAsync("/signout", TestContext.Current.CancellationToken);
        using var after = await browser.GetAsync("/documents", TestContext.Current.CancellationToken);
        api.Requests.ShouldContain("DELETE /api/v1/session");
        after.Headers.Location!.ToString().ShouldContain("/signin");
    }

    private async Task SignInAsync()
    {
        using var reply = await browser.GetAsync($"/signin?token={CannedData.Secret}", TestContext.Current.CancellationToken);
    }

    private async Task<HttpResponseMessage> UploadAsync(string name, int bytes, bool own)
    {
        using var content = new ByteArrayContent(new byte[bytes]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/upload?name=" + Uri.EscapeDataString(name)) { Content = content };
        request.Headers.Add("Sec-Fetch-Site", own ? "same-origin" : "cross-site");
        request.Headers.Add("X-Requested-With", "XMLHttpRequest");
        return await browser.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
