using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SynthDataGen.Client;

namespace SynthDataGen.Api.Tests.Access;

public sealed class SignInTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/v1/workspaces")]
    [InlineData("/api/v1/workspaces/default/documents")]
    [InlineData("/api/v1/workspaces/default/export?format=json")]
    [InlineData("/api/v1/workspaces/default/events")]
    public async Task Nothing_is_reachable_without_a_token(string path)
    {
        using var http = api.CreateClient();
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative), Token);
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await response.Content.ReadFromJsonAsync<JsonObject>(Token))!["code"]!.GetValue<string>().ShouldBe("unauthorized");
    }

    [Fact]
    public async Task The_sign_in_secret_yields_a_session()
    {
        var session = await new SynthDataGenClient(api.CreateClient()).Workspaces.SignInAsync(api.Credentials.SignInToken, Token);
        var page = await new SynthDataGenClient(api.CreateClient(), session.Token).Workspaces.ListAsync(Token);
        page.Items.Select(w => w.Name).ShouldContain("default");
    }

    [Fact]
    public async Task The_sign_in_secret_is_no_key()
    {
        var client = new SynthDataGenClient(api.CreateClient(), api.Credentials.SignInToken);
        var refused = await Should.ThrowAsync<SynthDataGenException>(() => client.Workspaces.ListAsync(Token));
        refused.Status.ShouldBe(401);
    }

    [Fact]
    public async Task An_unknown_secret_is_refused_with_advice()
    {
        var refused = await Should.ThrowAsync<SynthDataGenException>(() => new SynthDataGenClient(api.CreateClient()).Workspaces.SignInAsync("guess", Token));
        refused.Code.ShouldBe("unknown-token");
        refused.Message.ShouldContain("admin.json");
    }

    [Fact]
    public async Task A_signed_out_session_has_ended()
    {
        var session = await new SynthDataGenClient(api.CreateClient()).Workspaces.SignInAsync(api.Credentials.SignInToken, Token);
        var client = new SynthDataGenClient(api.CreateClient(), session.Token);
        await client.Workspaces.SignOutAsync(Token);
        (await Should.ThrowAsync<SynthDataGenException>(() => client.Workspaces.ListAsync(Token))).Status.ShouldBe(401);
    }

    [Fact]
    public async Task The_session_says_who_one_is()
    {
        var session = await new SynthDataGenClient(api.CreateClient()).Workspaces.SignInAsync(api.Credentials.ApiKey, Token);
        session.Role.ShouldBe("administrator");
        (await new SynthDataGenClient(api.CreateClient(), session.Token).Workspaces.GetMeAsync(Token)).IsAdministrator.ShouldBeTrue();
    }

    [Fact]
    public async Task An_address_gets_some_secrets_wrong_and_others_are_not_kept_out()
    {
        async Task<SynthDataGenException> TryAsync(string secret, string address)
        {
            using var http = api.CreateClient();
            http.DefaultRequestHeaders.Add("X-Forwarded-For", address);
            return await Should.ThrowAsync<SynthDataGenException>(() => new SynthDataGenClient(http).Workspaces.SignInAsync(secret, Token));
        }

        for (var i = 0; i < 10; i++)
        {
            (await TryAsync($"guess {i}", "203.0.113.7")).Status.ShouldBe(401);
        }

        var bounded = await TryAsync(api.Credentials.SignInToken, "203.0.113.7");
        (bounded.Status, bounded.Code).ShouldBe((429, "too-many-sign-ins"));
        (await TryAsync("guess", "203.0.113.8")).Status.ShouldBe(401);
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void The_admin_file_is_for_its_owner_only() =>
        File.GetUnixFileMode(api.AdminFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);

    [Fact]
    public async Task A_second_start_keeps_the_secrets()
    {
        await using var twin = api.Twin();
        using var client = twin.CreateClient();
        Credentials.Read(api.AdminFile).ShouldBe(api.Credentials);
    }
}
