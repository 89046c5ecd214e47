using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using SynthDataGen.Web.Tests.CannedApi;

namespace SynthDataGen.Web.Tests.Shell;

public sealed class ErrorPageTests
{
    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task A_failed_request_shows_no_cookie(string environment)
    {
        await using var api = await CannedServer.StartAsync();
        await using var web = new WebApplicationFactory<Program>();
        using var browser = web
            .WithWebHostBuilder(host => host.UseEnvironment(environment).UseSetting("services:api:http:0", api.Address))
            .CreateClient(new() { AllowAutoRedirect = false });
        using var signedIn = await browser.GetAsync($"/signin?token={CannedData.Secret}", TestContext.Current.CancellationToken);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("synthdatagen=", StringComparison.Ordinal)).Split('=', ';')[1];
        api.Break("/workspaces/default", 500, "The database is away.");

        using var reply = await browser.GetAsync("/workspaces/default/enter", TestContext.Current.CancellationToken);

        var page = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        reply.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        page.ShouldContain("Something unexpected happened");
        page.ShouldContain("Trace id:");
        page.ShouldNotContain(cookie[..20]);
        page.ShouldNotContain("Cookie");
        page.ShouldNotContain("SynthDataGenException");
        reply.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
    }
}
