using System.Net;
using System.Net.Http.Headers;
using System.Text;
using SynthDataGen.Client;

namespace SynthDataGen.Api.Tests;

/// <summary>How much a caller may send, over a real connection.</summary>
public sealed class BodyLimitTests : IAsyncLifetime
{
    private const int Large = 20 << 20;
    private readonly ApiApplication api = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        api.UseKestrel(0);
        return api.InitializeAsync();
    }

    public ValueTask DisposeAsync() => api.DisposeAsync();

    [Theory]
    [InlineData("workspaces/default/documents", "multipart/form-data; boundary=b")]
    [InlineData("workspaces/default/exports/benchmarks", "multipart/form-data; boundary=b")]
    [InlineData("workspaces/default/pairs/decisions", "application/json")]
    public async Task An_anonymous_body_is_refused_unread(string path, string type)
    {
        var (response, sent) = await PostAsync(path, null, MediaTypeHeaderValue.Parse(type));
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        sent.ShouldBe(0);
    }

    [Theory]
    [InlineData("workspaces/default/pairs/decisions")]
    [InlineData("workspaces/default/exports")]
    public async Task A_large_body_is_a_problem_outside_of_uploads(string path)
    {
        var (response, sent) = await PostAsync(path, api.Credentials.ApiKey, new("application/json"));
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await response.Content.ReadAsStringAsync(Token)).ShouldContain("\"code\":\"too-large\"");
        sent.ShouldBe(0);
    }

    [Fact]
    public async Task Uploads_may_be_large()
    {
        var document = await api.Workspace.Documents.UploadAsync("large.txt", new MemoryStream(Encoding.UTF8.GetBytes(new string('x', Large))), Token);
        document.Document!.SizeBytes.ShouldBe(Large);

        var benchmark = await api.Workspace.Export.UploadBenchmarkAsync("large.txt", new MemoryStream(Encoding.UTF8.GetBytes(Words(3 << 20))), Token);
        benchmark.Texts.ShouldBe(1);
    }

    [Fact]
    public async Task The_longest_edit_is_accepted()
    {
        var pair = (await api.Seed.PairsAsync(1))[0];
        var longest = new string('ß', 100_000);
        var edited = await api.Workspace.Review.DecideAsync(pair.Id, new("edit", 1) { Question = longest, Answer = longest }, Token);
        (edited.Question.Length, edited.Answer.Length).ShouldBe((longest.Length, longest.Length));
    }

    private static string Words(int length) => string.Concat(Enumerable.Repeat("word ", length / 5));

    /// <summary>Announces a large body, sends it only if the server asks for it, and counts what was sent.</summary>
    private async Task<(HttpResponseMessage Response, long Sent)> PostAsync(string path, string? key, MediaTypeHeaderValue type)
    {
        using var known = api.CreateClient();
        using var handler = new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) };
        using var http = new HttpClient(handler) { BaseAddress = known.BaseAddress };
        await using var body = new MemoryStream(new byte[Large]);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{path}") { Content = new StreamContent(body) };
        request.Content.Headers.ContentType = type;
        request.Headers.ExpectContinue = true;
        request.Headers.Authorization = key is null ? null : new("Bearer", key);
        var response = await http.SendAsync(request, Token);
        return (response, body.Position);
    }
}
